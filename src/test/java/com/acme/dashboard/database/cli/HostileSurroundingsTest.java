package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a command cannot do its work it says so in one or two lines, without a stack trace and without the password. */
class HostileSurroundingsTest {

    @TempDir
    Path directory;

    private final TypedCommands commands = new TypedCommands();
    private final Map<String, String> variables = commands.variables();
    private final StringWriter err = commands.err();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                                                     | POSTGRES_URL",
                "mysql://jane:secret@localhost/shop                           | POSTGRES_URL",
                "postgres://jane:secret@localhost:99999/shop                  | POSTGRES_URL",
                "postgres://jane:secret@localhost:1/shop?sslmode=disable      | localhost:1",
                "postgres://jane:secret@no-such-host.invalid/shop             | no-such-host.invalid",
                "postgres://jane:secret@db.example.com/shop?sslmode=disable   | TLS",
            })
    void a_url_that_leads_nowhere(String url, String reason) {
        variables.put("POSTGRES_URL", url);
        for (var command : new String[] {"status:prod", "migrate:prod", "rollback:prod", "reset:dev", "seed:dev"}) {
            assertFails(command, reason);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrate --url postgres://jane:secret@h/db",
                "migrate --url=postgres://jane:secret@h/db",
                "migrate postgres://jane:secret@h/db",
                "migrate postgres://jane@server:secret@h/db",
                "migrate postgres://jane:very@secret:secret/@h/db",
                "migrate:postgres://jane:secret@h/db",
                "rollback --count postgres://jane:secret@h/db",
                "postgres://jane:secret@h/db",
                "postgres://jane:secret@h/db --verbose",
                "db:postgres://jane:secret@h/db",
                "jdbc:postgresql://h/db?user=jane&password=secret",
                "migrate postgres://h/db?password=secret&sslmode=require",
                "help postgres://jane:secret@h/db",
                "mark postgres://jane:secret@h/db",
                "generate postgres://jane:secret@h/db",
                "generate postgres://jane:secretsecretsecretsecretsecretsecretsecretsecretsecret@h/db",
            })
    void a_url_where_none_is_expected(String command) {
        assertThat(run(command.split(" "))).as(command + ": " + err).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString()).contains("***").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status:prod", "migrate:prod", "rollback:prod", "create-user:prod jane@acme.test"})
    void production_without_a_variable_or_a_file(String command) {
        assertFails(command, "set POSTGRES_URL");
    }

    @Test
    void the_file_of_the_environment_counts_where_there_is_no_variable() throws IOException {
        Files.writeString(
                directory.resolve(".env.production"),
                "POSTGRES_URL=postgres://jane:secret@localhost:1/shop?sslmode=disable\n");
        assertFails("status:prod", "localhost:1");
    }

    @Test
    void a_directory_in_which_nothing_can_be_made() throws IOException {
        Files.writeString(directory.resolve(".data"), "a file where the embedded server's directory would be");
        assertFails("migrate:dev", ".data");
    }

    @Test
    void a_role_that_may_connect_and_nothing_else() {
        var database = new OwnDatabase();
        var role = database.newRole("");
        database.run("revoke create on schema public from public");
        variables.put("POSTGRES_URL", database.urlOf(role));
        assertFails("migrate:prod", "permission denied");
        assertThat(database.value("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    @Test
    void a_role_that_does_not_own_the_tables() {
        var database = new OwnDatabase();
        variables.put("POSTGRES_URL", database.url());
        assertThat(run("migrate:dev")).isZero();
        var role = database.newRole("");
        database.run("grant select on all tables in schema public to " + role);
        variables.put("POSTGRES_URL", database.urlOf(role));
        assertFails("reset:dev --yes", "must be owner of");
        assertFails("rollback:dev --count 2 --yes", "permission denied");
        assertThat(database.value("select count(*) from invoices")).isEqualTo("216");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create-user:dev jane@acme.test",
                "create-admin:dev user@acme.test --yes",
                "set-password:dev user@acme.test"
            })
    void a_role_that_may_only_read_accounts(String command) {
        var database = new OwnDatabase();
        variables.put("POSTGRES_URL", database.url());
        assertThat(run("migrate:dev")).isZero();
        var role = database.newRole("");
        database.run("grant select on all tables in schema public to " + role);
        variables.put("POSTGRES_URL", database.urlOf(role));
        commands.answers().lines.add("a line of standard input");
        assertFails(command, "ERROR: permission denied for table users");
    }

    @Test
    void a_full_disk_behind_standard_output() {
        var full = new PrintWriter(
                new FilterWriter(Writer.nullWriter()) {
                    @Override
                    public void write(String text, int offset, int length) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                true);

        assertThat(DatabaseCommand.run(
                        new Shell(variables, directory, commands.answers(), full, new PrintWriter(err, true)),
                        "completion"))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("could not be written whole");
    }

    private void assertFails(String command, String reason) {
        assertThat(run(command.split(" "))).as(command + ": " + err).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).as(command).contains(reason).doesNotContain("secret", "\tat ", "Exception");
        var last = err.toString().lines().toList().getLast();
        assertThat(last).isNotBlank();
    }

    private int run(String... line) {
        return commands.run(directory, line);
    }
}
