package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EnvironmentPreparationTest {

    @TempDir
    Path workingDirectory;

    @Test
    void exactly_one_profile_is_active_afterwards() {
        assertThat(prepared(Map.of()).getActiveProfiles()).containsExactly("dev");
        assertThat(prepared(Map.of("SPRING_PROFILES_ACTIVE", "prod")).getActiveProfiles())
                .containsExactly("prod");
    }

    @Test
    void the_files_variables_work_like_real_ones() throws IOException {
        write(".env", "SERVER_PORT=9090\nACME_TIME_ZONE=America/New_York\nPOSTGRES_URL=postgres://localhost/shop");

        ConfigurableEnvironment spring = prepared(Map.of());

        assertThat(Binder.get(spring).bind("server.port", Integer.class).get()).isEqualTo(9090);
        assertThat(spring.resolvePlaceholders("${ACME_TIME_ZONE:}")).isEqualTo("America/New_York");
        assertThat(settings(spring).get("POSTGRES_URL")).contains("postgres://localhost/shop");
    }

    @Test
    void the_application_reads_a_value_as_the_commands_do() throws IOException {
        var inFile = "postgres://owner:${x}#{y}@localhost/shop";
        write(".env", "POSTGRES_MIGRATION_URL=\"%s\"".formatted(inFile));
        var realVariables = Map.of("POSTGRES_URL", "postgres://ann:pa${x}s${HOME:#{1}}s@localhost/shop");

        var application = settings(prepared(realVariables));

        var commands = Settings.load(Environment.DEV, realVariables, workingDirectory);
        for (var variable : List.of("POSTGRES_URL", "POSTGRES_MIGRATION_URL", "POSTGRES_SCRATCH_URL")) {
            assertThat(application.get(variable)).isEqualTo(commands.get(variable));
        }
        assertThat(application.get("POSTGRES_URL")).contains(realVariables.get("POSTGRES_URL"));
        assertThat(application.get("POSTGRES_MIGRATION_URL")).contains(inFile);
    }

    @Test
    void real_variables_win() throws IOException {
        write(".env", "SERVER_PORT=9090");

        ConfigurableEnvironment spring = prepared(Map.of("SERVER_PORT", "7070"));

        assertThat(Binder.get(spring).bind("server.port", Integer.class).get()).isEqualTo(7070);
    }

    @Test
    void the_file_of_the_active_environment_is_read() throws IOException {
        write(".env", "SERVER_PORT=9090");
        write(".env.production", "SERVER_PORT=443");

        ConfigurableEnvironment spring = prepared(Map.of("SPRING_PROFILES_ACTIVE", "prod"));

        assertThat(Binder.get(spring).bind("server.port", Integer.class).get()).isEqualTo(443);
    }

    @Test
    void an_unknown_environment_ends_the_start() {
        assertThatThrownBy(() -> prepared(Map.of("SPRING_PROFILES_ACTIVE", "staging")))
                .isInstanceOf(UnknownEnvironment.class);
    }

    private static Settings settings(ConfigurableEnvironment spring) {
        return new DatabaseConfiguration().settings(spring);
    }

    private ConfigurableEnvironment prepared(Map<String, String> realVariables) {
        ConfigurableEnvironment spring = new StandardEnvironment();
        spring.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new HashMap<>(realVariables)));
        ConfigurationPropertySources.attach(spring);
        new EnvironmentPreparation(workingDirectory).postProcessEnvironment(spring, new SpringApplication());
        return spring;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(workingDirectory.resolve(file), text);
    }
}
