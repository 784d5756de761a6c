package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the browser of the browser tests comes from. */
class ChromiumTest {

    @TempDir
    private Path folder;

    @Test
    void the_variable_names_it_whatever_is_on_the_path() throws IOException {
        program("chromium");

        assertThat(Chromium.find(Map.of("CHROME_BIN", "/opt/chrome", "PATH", folder.toString())))
                .contains(Path.of("/opt/chrome"));
    }

    @Test
    void else_it_is_the_first_one_on_the_path() throws IOException {
        var chrome = program("google-chrome");

        assertThat(Chromium.find(Map.of("PATH", "/nowhere:" + folder))).contains(chrome);
    }

    @Test
    void continuous_integration_fails_where_there_is_none() {
        var variables = Map.of("PATH", folder.toString(), "CI", "true");

        assertThatThrownBy(() -> Chromium.find(variables))
                .hasMessage("No Chromium or Chrome on the path or in CHROME_BIN: the browser tests need one.");
    }

    private Path program(String name) throws IOException {
        var file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
