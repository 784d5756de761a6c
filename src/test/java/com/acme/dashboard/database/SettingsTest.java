package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("(?<=`)[A-Z]+(?:_[A-Z]+)+(?=`)");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"DEV, .env", "TEST, .env.test", "PROD, .env.production"})
    void each_environment_reads_its_own_file(Environment environment, String file) throws IOException {
        for (Environment every : Environment.values()) {
            write(every.dotenvFile(), "WHERE=" + every.dotenvFile());
        }

        assertThat(load(environment, Map.of()).get("WHERE")).contains(file);
    }

    @Test
    void the_example_documents_every_variable_that_the_readme_names() throws IOException {
        var rows = Files.readString(Path.of("README.md")).lines().filter(line -> line.startsWith("| `"));
        var variables = rows.map(row -> row.substring(0, row.indexOf('|', 1)))
                .flatMap(names -> VARIABLE.matcher(names).results())
                .map(MatchResult::group)
                .toList();

        assertThat(variables).contains("POSTGRES_URL", "TRUSTED_PROXIES");
        assertThat(Files.readAllLines(Path.of(".env.example")))
                .extracting(line -> line.replaceFirst("=.*", ""))
                .containsAll(variables.stream().map("#"::concat).toList());
    }

    @Test
    void the_real_environment_wins() throws IOException {
        write(".env", "POSTGRES_URL=postgres://file/shop\nSERVER_PORT=9090");

        Settings settings = load(Environment.DEV, Map.of("POSTGRES_URL", "postgres://real/shop"));

        assertThat(settings.get("POSTGRES_URL")).contains("postgres://real/shop");
        assertThat(settings.get("SERVER_PORT")).contains("9090");
    }

    @Test
    void a_real_variable_without_a_value_hides_that_of_the_file() throws IOException {
        write(".env", "POSTGRES_URL=postgres://file/shop");

        assertThat(load(Environment.DEV, Map.of("POSTGRES_URL", "")).get("POSTGRES_URL"))
                .isEmpty();
    }

    @Test
    void without_a_file_the_real_environment_is_all_there_is() {
        assertThat(load(Environment.PROD, Map.of("SERVER_PORT", "80")).get("SERVER_PORT"))
                .contains("80");
        assertThat(load(Environment.PROD, Map.of()).get("SERVER_PORT")).isEmpty();
    }

    @Test
    void comments_quotes_and_special_characters_are_understood() throws IOException {
        write(".env", """
                # The database
                POSTGRES_URL="postgres://ann:a#b%40c@localhost/shop?sslmode=disable"

                ACME_TIME_ZONE=America/New_York
                """);

        Settings settings = load(Environment.DEV, Map.of());

        assertThat(settings.get("POSTGRES_URL")).contains("postgres://ann:a#b%40c@localhost/shop?sslmode=disable");
        assertThat(settings.get("ACME_TIME_ZONE")).contains("America/New_York");
    }

    @Test
    void a_malformed_file_is_named_and_not_quoted() throws IOException {
        write(".env.production", "POSTGRES_URL postgres://ann:secret@db/shop");

        assertThatThrownBy(() -> load(Environment.PROD, Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(".env.production")
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @Test
    void a_file_cannot_name_another_environment_than_its_own() throws IOException {
        write(".env", "SPRING_PROFILES_ACTIVE=prod");

        assertThatThrownBy(() -> load(Environment.DEV, Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("SPRING_PROFILES_ACTIVE cannot be set in .env");
    }

    private Settings load(Environment environment, Map<String, String> real) {
        return Settings.load(environment, real, directory);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
