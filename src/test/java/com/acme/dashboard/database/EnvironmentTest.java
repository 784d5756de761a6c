package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

class EnvironmentTest {

    /** Loaded from a jar, as everything is in production. */
    private static final Class<?> IN_A_JAR = Logger.class;

    @ParameterizedTest
    @CsvSource({"dev, DEV", "test, TEST", "prod, PROD", "' prod ', PROD", "'prod,prod', PROD"})
    void the_variable_names_the_environment(String value, Environment environment) {
        assertThat(Environment.active(value, IN_A_JAR)).isEqualTo(environment);
        assertThat(Environment.active(value, Environment.class)).isEqualTo(environment);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ","})
    void without_it_a_checkout_is_for_development_and_a_jar_for_production(@Nullable String value) {
        assertThat(Environment.active(value, Environment.class)).isEqualTo(Environment.DEV);
        assertThat(Environment.active(value, IN_A_JAR)).isEqualTo(Environment.PROD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev,prod", "test, dev"})
    void two_environments_are_refused(String value) {
        assertThatThrownBy(() -> Environment.active(value, Environment.class))
                .isInstanceOf(UnknownEnvironment.class)
                .hasMessageContaining("exactly one of dev, test and prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production", "Dev", "dev,staging"})
    void an_unknown_environment_is_refused_by_name(String value) {
        assertThatThrownBy(() -> Environment.active(value, Environment.class))
                .isInstanceOf(UnknownEnvironment.class)
                .hasMessageContaining("\"" + value.replace("dev,", "") + "\"")
                .hasMessageContaining("one of dev, test and prod");
    }

    @Test
    void a_very_long_name_is_not_repeated_in_full() {
        assertThatThrownBy(() -> Environment.of("x".repeat(1000))).message().hasSizeLessThan(200);
    }

    @Test
    void a_name_is_repeated_up_to_forty_characters() {
        assertThatThrownBy(() -> Environment.of("x".repeat(40))).hasMessageContaining("\"" + "x".repeat(40) + "\"");
        assertThatThrownBy(() -> Environment.of("x".repeat(41))).hasMessageContaining("\"" + "x".repeat(40) + "…\"");
    }

    @ParameterizedTest
    @CsvSource({
        "DEV, dev, POSTGRES_URL, .env",
        "TEST, test, DATABASE_URL_TEST, .env.test",
        "PROD, prod, POSTGRES_URL, .env.production",
    })
    void each_has_a_variable_and_a_file_of_its_own(Environment environment, String id, String variable, String file) {
        assertThat(environment.id()).isEqualTo(id);
        assertThat(environment.urlVariable()).isEqualTo(variable);
        assertThat(environment.dotenvFile()).isEqualTo(file);
    }
}
