package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class SettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("(?<=`)[A-Z]+(?:_[A-Z]+)+(?=`)");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(acme\\.[\\w.-]+):([^}]*)}");

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
    void the_example_documents_every_limit_with_its_default() throws IOException {
        var limits = new TreeMap<String, String>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("com.acme.dashboard")) {
            var type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            for (var limit : type.getDeclaredConstructors()[0].getParameters()) {
                limits.put(
                        prefix + "." + limit.getName(),
                        limit.getAnnotation(DefaultValue.class).value()[0]);
            }
        }
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                PLACEHOLDER
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> limits.put(match.group(1), match.group(2)));
            }
        }

        assertThat(limits).containsKeys("acme.export.longest", "acme.studio.editing", "acme.idle.timeout");
        assertThat(Files.readAllLines(Path.of(".env.example")))
                .containsAll(limits.entrySet().stream()
                        .map(limit -> "#%s=%s".formatted(variable(limit.getKey()), limit.getValue()))
                        .toList());
    }

    /** As Spring Boot takes a property from the environment. */
    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export POSTGRES_URL=postgres://db/shop",
                "\uFEFFPOSTGRES_URL=postgres://db/shop",
                "  # a comment\n\tPOSTGRES_URL = postgres://db/shop",
                "OTHER=1\r\nPOSTGRES_URL=postgres://db/shop\r\nANOTHER=2\r\n",
                "POSTGRES_URL=postgres://db/shop # where it is",
                "POSTGRES_URL='postgres://db/shop' # where it's",
                "POSTGRES_URL=`postgres://db/shop`",
                "POSTGRES_URL=postgres://db/other\nPOSTGRES_URL=postgres://db/shop",
                "KEY=\"-----BEGIN-----\nabc=\n# no comment\n-----END-----\"\nPOSTGRES_URL=postgres://db/shop",
                "JSON='{\"it\\'s\": 1}'\nPOSTGRES_URL=\"postgres://db/shop\"",
            })
    void a_file_of_another_tool_is_understood(String text) throws IOException {
        write(".env", text);

        assertThat(load(Environment.DEV, Map.of()).get("POSTGRES_URL")).contains("postgres://db/shop");
    }

    @Test
    void a_value_over_several_lines_is_kept_as_it_is() throws IOException {
        write(".env", "KEY=\"first\n  second # and\nthird\" # a key\nEMPTY=");

        var variables = Settings.fileVariables(Environment.DEV, directory);

        assertThat(variables).containsOnly(Map.entry("KEY", "first\n  second # and\nthird"), Map.entry("EMPTY", ""));
    }

    @Test
    void an_escaped_quote_ends_a_value_only_where_no_other_does() throws IOException {
        write(".env", """
                THEME="{\\"color\\": \\"#fff\\"}" # bright
                FOLDER='C:\\data\\' # where it's kept
                """);

        assertThat(Settings.fileVariables(Environment.DEV, directory))
                .containsOnly(Map.entry("THEME", "{\\\"color\\\": \\\"#fff\\\"}"), Map.entry("FOLDER", "C:\\data\\"));
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRES_URL postgres://ann:secret@db/shop, line 1 is not NAME=value",
        "'# first\n\nA=1\nsecret', line 4 is not NAME=value",
        "'A=1\nB=\"secret\nPOSTGRES_URL=postgres://db/shop', the quote that line 2 opens is not closed",
        "'A=\"secret\nPOSTGRES_URL=\"postgres://db/shop\"', the quote that line 1 opens is not closed",
        "'A=`secret` secret', the quote that line 1 opens is not closed",
    })
    void a_malformed_line_is_named_by_its_number_and_not_quoted(String text, String reason) throws IOException {
        write(".env.production", text);

        assertThatThrownBy(() -> load(Environment.PROD, Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(".env.production cannot be read: %s.".formatted(reason))
                .hasNoCause();
    }

    @Test
    void a_file_in_another_encoding_is_said_to_be_so() throws IOException {
        Files.write(directory.resolve(".env"), "A=1".getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(() -> load(Environment.DEV, Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(".env cannot be read: it is not in UTF-8.");
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
