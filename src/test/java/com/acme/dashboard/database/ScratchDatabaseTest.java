package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.acme.dashboard.SkippedTests;
import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDatabaseTest {

    private static final String SCRATCH_DATABASES =
            "select datname from pg_database where datname like 'acme\\_scratch\\_%' order by 1";

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final Map<String, String> variables = new HashMap<>(
            Map.of(Environment.TEST.urlVariable(), database.url(), ScratchServer.URL_VARIABLE, database.url()));

    @Test
    void a_scratch_database_is_empty_and_gone_after_it_is_closed() throws SQLException {
        try (var server = scratchServer()) {
            String name;
            try (var scratch = server.create()) {
                name = nameOf(scratch);
                assertThat(name).matches("acme_scratch_[0-9a-f]{16}");
                try (var connection = scratch.connect()) {
                    assertThat(value(
                                    connection,
                                    "select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                            .isEqualTo("0");
                }
            }
            assertThat(database.column(SCRATCH_DATABASES)).doesNotContain(name);
        }
    }

    @Test
    void what_a_killed_process_left_is_dropped_but_never_what_a_living_one_uses() throws SQLException {
        database.run("create database acme_scratch_00000000000000aa");
        database.run("create database acme_scratch_by_somebody");
        try (var server = scratchServer();
                var first = server.create();
                var second = server.create()) {
            assertThat(database.column(SCRATCH_DATABASES))
                    .contains(nameOf(first), nameOf(second), "acme_scratch_by_somebody")
                    .doesNotContain("acme_scratch_00000000000000aa");
        } finally {
            database.run("drop database acme_scratch_by_somebody");
        }
    }

    @Test
    void a_role_that_may_not_create_databases_is_told_the_privilege_and_the_variable() {
        var role = database.newRole("");
        variables.put(ScratchServer.URL_VARIABLE, database.urlOf(role));
        try (var server = scratchServer()) {
            assertThatThrownBy(server::create)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContainingAll("CREATEDB", ScratchServer.URL_VARIABLE, role)
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void the_current_schema_has_the_same_name_as_in_the_database_compared_with() throws SQLException {
        database.run("create schema acme");
        variables.put(
                Environment.TEST.urlVariable(),
                TestDatabase.text(
                        DatabaseUrl.parse("POSTGRES_URL", database.url()).with("currentSchema", "acme,public")));
        try (var server = scratchServer();
                var scratch = server.create();
                var connection = scratch.connect()) {
            assertThat(value(connection, "select current_schemas(false)")).isEqualTo("{acme,public}");
        }
    }

    @Test
    void a_server_of_another_major_version_is_refused_where_it_is_named() throws SQLException {
        variables.put(Environment.TEST.urlVariable(), PostgreSql15.url());
        assumeFalse(
                database.value("select current_setting('server_version')").startsWith("15"),
                SkippedTests.OPTIONAL + "the database of the tests is of PostgreSQL 15 itself");
        assertThatThrownBy(this::scratchServer)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll(ScratchServer.URL_VARIABLE, "PostgreSQL 15");
    }

    @Test
    void an_embedded_server_of_another_major_version_is_passed_over() throws IOException, SQLException {
        variables.put(Environment.TEST.urlVariable(), PostgreSql15.url());
        variables.remove(ScratchServer.URL_VARIABLE);
        var home = UnpackedPrograms.linkInto(directory);
        try (var server = scratchServer();
                var scratch = server.create();
                var connection = scratch.connect()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(15);
        } finally {
            UnpackedPrograms.unlink(home);
        }
    }

    @Test
    void where_the_embedded_server_does_not_start_the_database_s_own_has_the_scratch_databases()
            throws IOException, SQLException {
        Files.createFile(directory.resolve(EmbeddedServer.DIRECTORY));
        variables.remove(ScratchServer.URL_VARIABLE);
        try (var server = scratchServer();
                var scratch = server.create()) {
            assertThat(database.column(SCRATCH_DATABASES)).contains(nameOf(scratch));
        }
    }

    @Test
    void where_neither_has_them_it_is_told_of_both_why() throws IOException {
        Files.createFile(directory.resolve(EmbeddedServer.DIRECTORY));
        variables.remove(ScratchServer.URL_VARIABLE);
        var role = database.newRole("");
        variables.put(Environment.TEST.urlVariable(), database.urlOf(role));
        try (var server = scratchServer()) {
            assertThatThrownBy(server::create)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContainingAll(
                            "CREATEDB",
                            "The embedded PostgreSQL in %s cannot be used: "
                                    .formatted(directory.resolve(EmbeddedServer.DIRECTORY)))
                    .message()
                    .hasLineCount(2);
        }
    }

    @Test
    void where_the_embedded_server_is_the_only_one_and_does_not_start_the_variable_is_told() throws IOException {
        Files.createFile(directory.resolve(EmbeddedServer.DIRECTORY));
        assertThatThrownBy(() -> ScratchServer.any(Settings.of(Map.of()), directory))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll(EmbeddedServer.DIRECTORY, ScratchServer.URL_VARIABLE)
                .message()
                .hasLineCount(2);
    }

    @Test
    void in_a_checkout_the_embedded_server_has_the_scratch_databases() throws IOException, SQLException {
        var home = UnpackedPrograms.linkInto(directory);
        try (var server = ScratchServer.any(Settings.of(Map.of()), directory);
                var scratch = server.create();
                var connection = scratch.connect()) {
            assertThat(value(connection, "show data_directory")).startsWith(directory.toString());
        } finally {
            UnpackedPrograms.unlink(home);
        }
    }

    @Test
    void the_variable_s_url_is_read_like_any_other() {
        variables.put(ScratchServer.URL_VARIABLE, "postgresql://jane:secret@db.example.com/scratch?sslmode=disable");
        assertThatThrownBy(() -> ScratchServer.any(Settings.of(variables), directory))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessageContainingAll(ScratchServer.URL_VARIABLE, "TLS")
                .hasMessageNotContaining("secret");
    }

    private ScratchServer scratchServer() {
        var settings = Settings.of(variables);
        try (var live = DatabaseServer.open(Environment.TEST, settings, directory)) {
            return ScratchServer.like(live, settings, directory);
        }
    }

    private static String nameOf(ScratchDatabase scratch) throws SQLException {
        try (var connection = scratch.connect()) {
            return value(connection, "select current_database()");
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
