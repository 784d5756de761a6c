package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class AccountCommandsTest {

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final TypedCommands commands = new TypedCommands(database);
    private final TypedAnswers answers = commands.answers();
    private final StringWriter out = commands.out();
    private final StringWriter err = commands.err();

    @Test
    void create_admin_makes_an_administrator_from_a_line_of_standard_input() {
        run("migrate:prod");
        answers.lines.add("correct horse");
        assertThat(run("create-admin:prod", "jane@acme.test", "--name", "Jane Doe"))
                .isEqualTo(ExitStatus.DONE);
        assertThat(err.toString()).startsWith("Environment prod, host ");
        assertThat(database.column("select name || ' ' || email || ' ' || role from users"))
                .containsExactly("Jane Doe jane@acme.test ADMIN");
        var hash = database.value("select password from users");
        assertThat(hash).startsWith("$2a$12$");
        assertThat(new BCryptPasswordEncoder().matches("correct horse", hash)).isTrue();
        assertThat(out.toString() + err).doesNotContain("correct horse");
    }

    @Test
    void create_admin_promotes_an_existing_account_only_after_asking() {
        run("migrate:prod");
        answers.lines.add("correct horse");
        run("create-user:prod", "jane@acme.test");
        assertThat(run("create-admin:prod", "Jane@acme.test")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("--yes");
        assertThat(database.column("select role from users")).containsExactly("USER");

        answers.interactive = true;
        answers.lines.add("y");
        assertThat(run("create-admin:prod", "jane@acme.test")).isEqualTo(ExitStatus.DONE);
        assertThat(database.column("select role from users")).containsExactly("ADMIN");
    }

    @Test
    void create_user_makes_a_user_and_refuses_one_that_is_there() {
        run("migrate:prod");
        answers.interactive = true;
        answers.lines.addAll(List.of("correct horse", "correct horse"));
        assertThat(run("create-user:prod", "jane@acme.test")).isEqualTo(ExitStatus.DONE);
        assertThat(answers.questions).containsExactly("New password: ", "Once more: ");
        assertThat(database.column("select name || ' ' || role from users")).containsExactly("jane USER");

        assertThat(run("create-user:prod", "JANE@acme.test")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("There is an account for JANE@acme.test already");
    }

    @Test
    void a_url_in_place_of_the_email_makes_no_account_and_its_password_is_not_told() {
        run("migrate:prod");
        answers.lines.add("correct horse");
        assertThat(run("create-user:prod", "postgres://jane:secret@h/db")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString()).contains("is not an email address");
        assertThat(out.toString() + err).contains("***").doesNotContain("secret");
        assertThat(database.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void two_different_passwords_are_refused() {
        run("migrate:prod");
        answers.interactive = true;
        answers.lines.addAll(List.of("correct horse", "correct house"));
        assertThat(run("create-user:prod", "jane@acme.test")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("The two passwords differ");
        assertThat(database.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void set_password_replaces_a_lost_one() {
        run("migrate:prod");
        answers.lines.addAll(List.of("correct horse", "another one"));
        run("create-user:prod", "jane@acme.test");
        assertThat(run("set-password:prod", "jane@acme.test")).isEqualTo(ExitStatus.DONE);
        assertThat(new BCryptPasswordEncoder().matches("another one", database.value("select password from users")))
                .isTrue();
        assertThat(run("set-password:prod", "nobody@acme.test")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("There is no account for nobody@acme.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789012345678901234567890123456789012345678901234567890123", "12345"})
    void a_password_that_cannot_be_kept_is_refused_with_words(String password) {
        run("migrate:prod");
        answers.lines.add(password);
        assertThat(run("create-user:prod", "jane@acme.test")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("A password").doesNotContain(password);
        assertThat(database.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void an_account_is_not_made_while_change_sets_are_pending() {
        assertThat(run("create-user:prod", "jane@acme.test")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("run ./db migrate:prod first");
    }

    private int run(String... line) {
        return commands.run(directory, line);
    }
}
