package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final TypedCommands commands = new TypedCommands(database);
    private final StringWriter err = commands.err();

    @Test
    void reset_shows_what_is_dropped_before_it_asks() {
        run("migrate:test");
        database.run("create table theirs (id integer); insert into theirs values (1)");
        assertThat(run("reset:test")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString())
                .startsWith("Environment test, host ")
                .contains("  table public.theirs: 1 row\n".strip(), "  table public.invoices: 6 rows")
                .contains("Drop everything in database acme_test_");
        assertThat(database.value("select count(*) from theirs")).isEqualTo("1");
        assertThat(run("reset:test", "--yes")).isEqualTo(ExitStatus.DONE);
        assertThat(database.value("select to_regclass('theirs')")).isNull();
        assertThat(database.value("select count(*) from invoices")).isEqualTo("6");
    }

    private int run(String... line) {
        return commands.run(directory, line);
    }
}
