package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.dashboard.database.FailureMessage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void a_file_comes_behind_the_other_changes_and_before_the_data() throws IOException {
        var order = root.resolve("db-changelog/changelog.yaml");
        Files.writeString(order, """
                databaseChangeLog:
                  - include: { file: changes/0001-notes.sql }
                  - include: { file: data/dev.sql }
                """);

        new ChangelogDirectory(root).add("0002-words", "select 1;\n");

        assertThat(order).content().isEqualTo("""
                databaseChangeLog:
                  - include: { file: changes/0001-notes.sql }
                  - include: { file: changes/0002-words.sql, relativeToChangelogFile: true }
                  - include: { file: data/dev.sql }
                """);
    }

    @Test
    void a_file_of_an_empty_changelog_comes_at_its_end() throws IOException {
        var order = root.resolve("db-changelog/changelog.yaml");
        Files.writeString(order, "databaseChangeLog:\n");

        new ChangelogDirectory(root).add("0001-notes", "select 1;\n");

        assertThat(order).content().isEqualTo("""
                databaseChangeLog:
                  - include: { file: changes/0001-notes.sql, relativeToChangelogFile: true }
                """);
    }

    @Test
    void a_file_that_is_there_is_not_written_over() throws IOException {
        var directory = new ChangelogDirectory(root);
        var added = directory.add("0001-notes", "select 1;\n");

        assertThatThrownBy(() -> directory.add("0001-notes", "select 2;\n"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(added).hasContent("select 1;\n");
    }

    @Test
    void the_next_number_is_one_more_than_the_highest() throws IOException {
        var directory = new ChangelogDirectory(root);
        assertThat(directory.next("notes")).isEqualTo("0001-notes");
        for (var there :
                List.of("0009-a.sql", "0010-b.sql", "0002-c.sql", "0099-d.txt", "draft.sql", "20261125101500-e.sql")) {
            Files.writeString(root.resolve("db-changelog/changes").resolve(there), "");
        }

        assertThat(directory.next("words")).isEqualTo("0011-words");
    }

    @Test
    void a_copy_has_the_same_files_and_what_is_added_to_it_is_in_the_copy_only(@TempDir Path elsewhere)
            throws IOException {
        var directory = new ChangelogDirectory(root);
        directory.add("0001-notes", "select 1;\n");

        var copy = directory.copyTo(elsewhere);
        copy.add("0002-words", "select 2;\n");

        assertThat(elsewhere.resolve("db-changelog/changes/0001-notes.sql")).hasContent("select 1;\n");
        assertThat(root.resolve("db-changelog/changes/0002-words.sql")).doesNotExist();
        assertThat(copy.files()
                        .getExisting("db-changelog/changes/0002-words.sql")
                        .exists())
                .isTrue();
    }

    @Test
    void a_checkout_has_a_changelog_and_a_build_file() throws IOException {
        assertThat(ChangelogDirectory.isIn(root)).isFalse();
        Files.createFile(root.resolve("pom.xml"));
        assertThat(ChangelogDirectory.isIn(root)).isTrue();
        Files.delete(root.resolve("db-changelog/changelog.yaml"));
        assertThat(ChangelogDirectory.isIn(root)).isFalse();
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
