package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final TypedCommands commands = new TypedCommands(database);
    private final TypedAnswers answers = commands.answers();
    private final StringWriter err = commands.err();

    @Test
    void rollback_shows_the_sql_and_what_is_lost_before_it_asks() {
        run("migrate:dev");
        answers.interactive = true;
        answers.lines.add("n");
        assertThat(run("rollback:dev", "--count", "3")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString())
                .startsWith("Environment dev, host ")
                .contains(
                        "-- undo db-changelog/data/dev.sql (data-dev)",
                        "-- undo db-changelog/changes/0017-studio-audit.sql",
                        "-- undo db-changelog/changes/0016-todo-position.sql",
                        "-- loses column todos.\"position\": 8 rows",
                        "alter table todos drop column position;",
                        "delete from databasechangelog where id = '0016-todo-position'");
        assertThat(answers.questions.getLast())
                .startsWith("Undo 3 change sets and lose the data of 1 table or column?");
        assertThat(database.value("select count(position) from todos")).isEqualTo("8");
    }

    @Test
    void in_production_a_rollback_that_would_lose_data_is_refused() {
        run("migrate:prod");
        database.run("insert into todos (title) values ('Keep')");
        assertThat(run("rollback:prod", "--count", "2", "--yes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("column todos.\"position\": 1 row");
        assertThat(database.value("select count(position) from todos")).isEqualTo("1");
    }

    private int run(String... line) {
        return commands.run(directory, line);
    }
}
