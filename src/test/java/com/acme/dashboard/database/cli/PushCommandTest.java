package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapped classes are today's; what differs was done to the database by hand. */
class PushCommandTest {

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final TypedCommands commands = new TypedCommands(database);
    private final StringWriter out = commands.out();
    private final StringWriter err = commands.err();

    @BeforeEach
    void migrate() {
        assertThat(run("migrate:dev")).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void without_a_difference_nothing_changes_and_other_programs_books_are_no_difference() {
        database.run("create table __drizzle_migrations (id integer)");
        assertThat(run("push")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("No changes");
        assertThat(err.toString()).startsWith("Environment dev, host ");
        assertThat(database.value("select to_regclass('__drizzle_migrations')")).isNotNull();
    }

    @Test
    void what_the_code_has_more_is_shown_and_brought_without_a_question() {
        database.run("alter table todos alter column title type varchar(100)");
        assertThat(run("push:dev")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString())
                .startsWith("alter table todos alter column title type varchar(255) using title;")
                .contains("Pushed, statements: 1.");
        assertThat(run("push:dev")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("No changes");
        assertThat(database.value("select count(*) from todos")).isNotEqualTo("0");
    }

    @Test
    void data_is_dropped_only_with_the_flag_and_counted_first() {
        database.run("alter table todos add column note text");
        database.run("update todos set note = 'x'");
        var rows = database.value("select count(*) from todos");
        assertThat(run("push:dev", "--yes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString())
                .contains("The column todos.note (%s rows) is gone from the code".formatted(rows))
                .contains("--allow-drops", "--rename");
        assertThat(database.value("select count(note) from todos")).isEqualTo(rows);

        assertThat(run("push:dev", "--allow-drops")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).contains("alter table todos drop column note;");
        assertThat(database.value("select count(*) from todos")).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push:prod", "push:test", "push:prod --allow-drops --yes", "push:test --frobnicate"})
    void only_dev_is_pushed_to_whatever_the_flags(String line) {
        database.run("alter table todos add column note text");
        assertThat(run(line.split(" "))).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("push is never for");
        assertThat(database.value("select count(*) from information_schema.columns where column_name = 'note'"))
                .isEqualTo("1");
    }

    @Test
    void a_production_database_in_a_development_variable_is_refused() {
        database.run("update acme_environment set environment = 'prod'");
        assertThat(run("push:dev", "--allow-drops", "--yes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("a database of the environment prod, not of dev");
    }

    @Test
    void a_database_without_a_marker_is_refused() {
        database.run("drop table acme_environment");
        assertThat(run("push:dev")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("./db migrate:dev first");
    }

    @Test
    void pending_change_sets_come_first() {
        database.run("delete from databasechangelog where id = 'data-dev'");
        assertThat(run("push:dev")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("run ./db migrate:dev first");
    }

    private int run(String... line) {
        return commands.run(directory, line);
    }
}
