package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogDirectoryTest {

    private static final String ORDER = "databaseChangeLog:\n  - include: { file: data/dev.sql }\n";

    /** Whoever writes to it gets what a full disk gives; it must never be read, for it has no end. Linux has it. */
    private static final Path FULL_DEVICE = Path.of("/dev/full");

    @TempDir
    Path root;

    @BeforeEach
    void a_changelog() throws IOException {
        Files.createDirectories(root.resolve("db-changelog/changes"));
        Files.writeString(root.resolve("db-changelog/changelog.yaml"), ORDER);
    }

    @Test
    void a_file_is_added_with_its_place_in_the_order() throws IOException {
        var added = new ChangelogDirectory(root).add("0001-notes", "select 1;\n");
        assertThat(added).hasContent("select 1;\n");
        assertThat(root.resolve("db-changelog/changelog.yaml"))
                .content()
                .contains(
                        "changes/0001-notes.sql, relativeToChangelogFile: true }\n  - include: { file: data/dev.sql }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes/.0001-notes.sql", ".changelog.yaml"})
    @EnabledIf("hasFullDevice")
    void on_a_full_disk_nothing_is_added_and_the_order_stays(String draft) throws IOException {
        var process = ProcessHandle.current().pid();
        Files.createSymbolicLink(root.resolve("db-changelog/%s.%d.tmp".formatted(draft, process)), FULL_DEVICE);
        var directory = new ChangelogDirectory(root);

        var failure = catchThrowableOfType(IOException.class, () -> directory.add("0001-notes", "select 1;\n"));

        assertThat(FailureMessage.ofFile(failure)).endsWith("No space left on device");
        assertThat(root.resolve("db-changelog/changelog.yaml")).hasContent(ORDER);
        assertThat(root.resolve("db-changelog/changes")).isEmptyDirectory();
    }

    static boolean hasFullDevice() {
        return Files.isWritable(FULL_DEVICE);
    }
}
