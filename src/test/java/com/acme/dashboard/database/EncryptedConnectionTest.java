package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A PostgreSQL with a certificate that it made itself: what the server says of each connection, and whom we take it for. */
class EncryptedConnectionTest {

    @TempDir
    private static Path workingDirectory;

    private static SelfSignedCertificate certificate;
    private static Path home;
    private static PostgresDirectory server;
    private static DatabaseUrl url;

    @BeforeAll
    static void start_a_server_that_encrypts() throws Exception {
        certificate = SelfSignedCertificate.of("127.0.0.1", workingDirectory.resolve("server"));
        home = UnpackedPrograms.linkInto(workingDirectory).toRealPath();
        server = new PostgresDirectory(
                home,
                home,
                List.of(
                        "ssl=on",
                        "ssl_cert_file=" + certificate.file(),
                        "ssl_key_file=" + certificate.keyFile(),
                        "fsync=off"));
        url = server.start();
    }

    @AfterAll
    static void stop_it() throws Exception {
        server.stop("immediate");
        UnpackedPrograms.unlink(home);
    }

    @Test
    void production_encrypts_what_its_url_does_not_speak_of() throws Exception {
        assertThat(encryption(Environment.PROD, url)).startsWith("TLSv1.");
    }

    @Test
    void the_owners_connections_are_encrypted_too() throws Exception {
        var settings = Settings.of(Map.of(
                "POSTGRES_URL",
                TestDatabase.text(url),
                "POSTGRES_MIGRATION_URL",
                TestDatabase.text(url.with("ApplicationName", "the-owners"))));

        try (var database = DatabaseServer.open(Environment.PROD, settings, workingDirectory);
                var direct = database.connect();
                var ofLiquibase = database.ownerDataSource().getConnection()) {
            assertThat(direct.getClientInfo("ApplicationName")).isEqualTo("the-owners");
            assertThat(encryption(direct)).startsWith("TLSv1.");
            assertThat(encryption(ofLiquibase)).startsWith("TLSv1.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sslmode_require_is_encrypted_in_every_environment(Environment environment) throws Exception {
        assertThat(encryption(environment, url.with("sslmode", "require"))).startsWith("TLSv1.");
    }

    @Test
    void only_the_url_itself_can_do_without_encryption_in_production() throws Exception {
        assertThat(encryption(Environment.PROD, url.with("sslmode", "disable"))).isEqualTo("none");
    }

    @Test
    void verify_full_lets_in_the_server_whose_certificate_is_known() throws Exception {
        var verified = url.with("sslmode", "verify-full")
                .with("sslrootcert", certificate.file().toString());

        assertThat(encryption(Environment.PROD, verified)).startsWith("TLSv1.");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, another", "db.acme.test, of-another-host"})
    void verify_full_refuses_another_server_in_one_line(String host, String name) throws Exception {
        var other = SelfSignedCertificate.of(host, workingDirectory.resolve(name));
        var verified = url.with("sslmode", "verify-full")
                .with("sslrootcert", other.file().toString());

        assertThatThrownBy(() -> encryption(Environment.PROD, verified))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("POSTGRES_URL cannot be used: TLS with %s fails: ".formatted(url.address()))
                .message()
                .doesNotContain(String.valueOf(url.password()))
                .hasLineCount(1);
    }

    private static String encryption(Environment environment, DatabaseUrl url) throws SQLException {
        var settings = Settings.of(Map.of(environment.urlVariable(), TestDatabase.text(url)));
        try (var database = DatabaseServer.open(environment, settings, workingDirectory);
                var connection = database.connect()) {
            return encryption(connection);
        }
    }

    /** What the server says of this connection: the version of TLS, or none. */
    private static String encryption(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet own = statement.executeQuery(
                        "select case when ssl then version else 'none' end from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertThat(own.next()).isTrue();
            return own.getString(1);
        }
    }
}
