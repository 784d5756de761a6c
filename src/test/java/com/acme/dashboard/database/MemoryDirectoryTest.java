package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryDirectoryTest {

    @TempDir
    Path shared;

    @Test
    void it_is_made_for_nobody_else_and_found_again() throws IOException {
        var made = MemoryDirectory.in(shared, 1).orElseThrow();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(MemoryDirectory.in(shared, 1)).contains(made);
    }

    @Test
    void without_room_or_without_such_a_file_system_there_is_none() {
        assertThat(MemoryDirectory.in(shared, Long.MAX_VALUE)).isEmpty();
        assertThat(MemoryDirectory.in(shared.resolve("missing"), 1)).isEmpty();
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void where_its_name_leads_elsewhere_there_is_none() throws IOException {
        var elsewhere = Files.createDirectory(shared.resolve("elsewhere"));
        Files.createSymbolicLink(shared.resolve("acme-dashboard-" + System.getProperty("user.name")), elsewhere);

        assertThat(MemoryDirectory.in(shared, 1)).isEmpty();
    }
}
