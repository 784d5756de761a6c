package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.migration.OwnDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run of the tests, and an application that a test starts, use no database that holds somebody's rows. */
class TestRunTest {

    private final OwnDatabase database = new OwnDatabase();
    private final DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL_TEST", database.url());

    @Test
    void an_empty_database_and_one_of_the_tests_will_do() {
        assertThatCode(() -> TestDatabase.requireTestOrEmpty(url)).doesNotThrowAnyException();
        database.migrate(Environment.TEST);
        assertThatCode(() -> TestDatabase.requireTestOrEmpty(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEV", "PROD"})
    void the_database_of_another_environment_is_refused(Environment environment) {
        database.migrate(environment);
        assertThatThrownBy(() -> TestDatabase.requireTestOrEmpty(url))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("a database of the environment " + environment.id());
    }

    @Test
    void a_database_that_holds_something_and_does_not_say_whose_is_refused() {
        database.run("create table users (id integer)");
        assertThatThrownBy(() -> TestDatabase.requireTestOrEmpty(url)).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(() -> database.migrate(Environment.TEST))
                .as("and by the start of an application")
                .isInstanceOf(MigrationRefused.class);
    }
}
