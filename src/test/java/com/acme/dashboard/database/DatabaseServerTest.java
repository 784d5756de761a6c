package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.common.StartFailure;
import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseServerTest {

    @TempDir
    Path directory;

    @Test
    void the_database_that_the_variable_names_is_used() throws SQLException {
        DatabaseUrl url = TestDatabase.createEmpty();

        try (DatabaseServer server = DatabaseServer.open(Environment.TEST, TestDatabase.settings(url), directory);
                Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet database = statement.executeQuery("select current_database()")) {
            assertThat(database.next()).isTrue();
            assertThat(database.getString(1)).isEqualTo(url.database());
            assertThat(server.isEmbedded()).isFalse();
        }
    }

    @Test
    void the_schema_is_changed_by_way_of_the_owners_url_where_there_is_one() throws SQLException {
        OwnDatabase database = new OwnDatabase();
        String owner = database.newRole("");

        try (DatabaseServer server = DatabaseServer.open(
                        Environment.DEV, twoUrls(database.url(), database.urlOf(owner)), directory);
                Connection direct = server.connect();
                Connection connection = server.ownerDataSource().getConnection()) {
            assertThat(server.url().user()).isNotEqualTo(owner);
            assertThat(server.migrationUrl().user()).isEqualTo(owner);
            assertThat(direct.getMetaData().getUserName()).isEqualTo(owner);
            assertThat(connection.getMetaData().getUserName()).isEqualTo(owner);
        }
    }

    @Test
    void a_pool_on_another_database_than_the_owners_is_refused() {
        OwnDatabase production = new OwnDatabase();
        OwnDatabase development = new OwnDatabase();
        production.guard(Environment.PROD).mark();
        development.guard(Environment.DEV).mark();

        assertThatThrownBy(() ->
                        DatabaseServer.open(Environment.DEV, twoUrls(production.url(), development.url()), directory))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("POSTGRES_URL and POSTGRES_MIGRATION_URL are two databases")
                .hasMessageContaining(production.name())
                .hasMessageContaining(development.name())
                .message()
                .hasLineCount(2);
    }

    @Test
    void a_test_does_not_change_the_schema_that_another_environments_owner_url_names() {
        DatabaseUrl own = TestDatabase.createEmpty();
        Settings settings = Settings.of(Map.of(
                "DATABASE_URL_TEST",
                TestDatabase.text(own),
                "POSTGRES_MIGRATION_URL",
                "postgres://live.acme.test/shop"));

        try (DatabaseServer server = DatabaseServer.open(Environment.TEST, settings, directory)) {
            assertThat(server.migrationUrl().database()).isEqualTo(own.database());
        }
    }

    @Test
    void production_without_a_url_names_the_variable() {
        assertThatThrownBy(() -> DatabaseServer.open(Environment.PROD, Settings.of(Map.of()), directory))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("No database: set POSTGRES_URL")
                .message()
                .hasLineCount(1);
    }

    @Test
    void an_owners_url_alone_is_not_enough() {
        Settings settings = Settings.of(Map.of("POSTGRES_MIGRATION_URL", "postgres://localhost/shop"));

        assertThatThrownBy(() -> DatabaseServer.open(Environment.DEV, settings, directory))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("POSTGRES_MIGRATION_URL is set, but POSTGRES_URL is not");
    }

    @Test
    void a_url_that_cannot_be_read_is_said_to_be_so() {
        starting("postgres//ann:secret@db/shop").hasMessageContaining("does not start with postgres://");
    }

    @Test
    void an_unknown_host_is_said_to_be_so() {
        starting("postgres://ann:secret@no-such-host.invalid/shop")
                .hasMessageContaining("the host no-such-host.invalid is unknown");
    }

    @Test
    void a_port_where_nothing_listens_is_said_to_be_so() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        starting("postgres://ann:secret@localhost:%d/shop?sslmode=disable".formatted(port))
                .hasMessageContaining("nothing listens on localhost:" + port);
    }

    @Test
    void a_wrong_password_is_said_to_be_so() {
        DatabaseUrl right = TestDatabase.shared();

        starting("postgres://%s:secret@%s/%s?sslmode=disable"
                        .formatted(right.user(), right.address(), right.database()))
                .hasMessageContaining("refuses the password of user " + right.user());
    }

    @Test
    void a_missing_password_is_said_to_be_so() {
        DatabaseUrl right = TestDatabase.shared();

        starting("postgres://%s@%s/%s?sslmode=disable".formatted(right.user(), right.address(), right.database()))
                .hasMessageContaining("wants a password for user " + right.user());
    }

    @Test
    void a_missing_database_is_said_to_be_so() {
        starting(TestDatabase.text(TestDatabase.shared().withDatabase("no_such").with("sslmode", "disable")))
                .hasMessageContaining("has no database no_such");
    }

    @Test
    void a_server_that_refuses_tls_is_said_to_do_so_and_on_this_machine_the_way_out() throws IOException {
        try (StandInServer server = StandInServer.postgres("18.6")) {
            starting("postgres://ann:secret@127.0.0.1:%d/shop".formatted(server.port()))
                    .hasMessageContaining("refuses TLS, which sslmode=require asks for")
                    .hasMessageContaining("?sslmode=disable");
        }
    }

    @Test
    void something_else_than_postgresql_is_said_to_be_so() throws IOException {
        try (StandInServer server = StandInServer.web()) {
            starting("postgres://ann:secret@127.0.0.1:%d/shop".formatted(server.port()))
                    .hasMessageContaining("is not PostgreSQL");
            starting("postgres://ann:secret@127.0.0.1:%d/shop?sslmode=disable".formatted(server.port()))
                    .hasMessageContaining("is not PostgreSQL");
        }
    }

    @Test
    void silence_is_told_with_both_that_it_can_mean() throws IOException {
        try (StandInServer server = StandInServer.silent()) {
            starting("postgres://ann:secret@127.0.0.1:%d/shop?loginTimeout=1".formatted(server.port()))
                    .hasMessageContaining("says nothing: it is not PostgreSQL, or too busy");
        }
    }

    @Test
    void a_version_that_is_too_old_is_said_to_be_so() throws IOException {
        try (StandInServer server = StandInServer.postgres("13.22")) {
            starting("postgres://ann:secret@127.0.0.1:%d/shop?sslmode=disable".formatted(server.port()))
                    .hasMessageContaining("is PostgreSQL 13.22, and 14 or later is needed");
        }
    }

    @Test
    void the_oldest_version_that_is_supported_is_let_in() throws IOException {
        try (StandInServer standIn = StandInServer.postgres("14.0");
                DatabaseServer server = DatabaseServer.open(
                        Environment.PROD,
                        production("postgres://ann:secret@127.0.0.1:%d/shop?sslmode=disable".formatted(standIn.port())),
                        directory)) {
            assertThat(server.url().port()).isEqualTo(standIn.port());
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> starting(String url) {
        var failure = assertThatThrownBy(() -> DatabaseServer.open(Environment.PROD, production(url), directory))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("POSTGRES_URL cannot be used: ");
        failure.message().doesNotContain("secret").hasLineCount(1);
        return failure;
    }

    private static Settings twoUrls(String pool, String owner) {
        return Settings.of(Map.of("POSTGRES_URL", pool, "POSTGRES_MIGRATION_URL", owner));
    }

    private static Settings production(String url) {
        return Settings.of(Map.of("POSTGRES_URL", url));
    }
}
