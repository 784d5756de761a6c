package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.Java;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command makes of it that its output does not arrive. */
class StandardStreamTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nobody reads any more ; \"$@\" | : ; 0 ; ''",
                "a disk is full ; \"$@\" > /dev/full ; 1 ; could not be written whole",
            })
    void is_no_fault_where_nobody_reads_and_one_where_it_is_lost(String what, String script, int status, String said)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", "-c", "set -o pipefail; " + script, "bash"));
        command.addAll(Java.command(
                "-cp", System.getProperty("java.class.path"), DatabaseCommand.class.getName(), "help", "generate"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(what + ": " + output).isEqualTo(status);
        assertThat(output).contains(said);
        assertThat(output.isEmpty()).isEqualTo(said.isEmpty());
    }
}
