package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarriedEnvironmentsTest {

    @ParameterizedTest
    @EnumSource
    void a_database_that_says_nothing_or_the_same_everywhere_is_not_refused(Environment environment) {
        var nothing = new CarriedEnvironments(Optional.empty(), Map.of());
        var same = new CarriedEnvironments(
                Optional.of(environment.id()), Map.of("a", environment.id(), "b", environment.id()));

        assertThatCode(() -> nothing.requireNoneBut(environment)).doesNotThrowAnyException();
        assertThatCode(() -> same.requireNoneBut(environment)).doesNotThrowAnyException();
    }

    @Test
    void one_that_says_another_environment_is_refused() {
        var carried = new CarriedEnvironments(Optional.of("prod"), Map.of());

        assertThatThrownBy(() -> carried.requireNoneBut(Environment.DEV))
                .isInstanceOf(MigrationRefused.class)
                .hasMessage("This is a database of the environment prod, not of dev; nothing was changed.");
    }

    @Test
    void one_of_which_another_schema_says_so_is_refused_whatever_the_current_one_says() {
        for (var here : List.of(Optional.<String>empty(), Optional.of("dev"))) {
            var carried = new CarriedEnvironments(here, Map.of("a", "dev", "\"Z\"", "prod"));

            assertThatThrownBy(() -> carried.requireNoneBut(Environment.DEV))
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessage(
                            "This is a database of the environment prod, as its schema \"Z\" says, not of dev; nothing was changed.");
        }
    }

    @Test
    void the_current_schema_counts_before_the_others() {
        assertThat(new CarriedEnvironments(Optional.of("dev"), Map.of("a", "prod")).any())
                .contains("dev");
        assertThat(new CarriedEnvironments(Optional.empty(), Map.of("a", "prod")).any())
                .contains("prod");
        assertThat(new CarriedEnvironments(Optional.empty(), Map.of()).any()).isEmpty();
    }
}
