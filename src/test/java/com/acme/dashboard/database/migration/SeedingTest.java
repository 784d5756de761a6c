package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeedingTest {

    private static final String ROWS = """
            select row(u.*)::text from users u union all select row(c.*)::text from customers c
            union all select row(i.*)::text from invoices i union all select row(r.*)::text from revenue r
            union all select row(t.*)::text from todos t union all select row(m.*)::text from month_totals m
            union all select row(s.*)::text from invoice_totals_changes s
            order by 1""";

    private final OwnDatabase database = new OwnDatabase();

    @ParameterizedTest
    @EnumSource(names = {"DEV", "TEST"})
    void seeding_twice_changes_nothing(Environment environment) {
        database.migrate(environment);
        var before = database.column(ROWS);
        assertThat(seed(environment)).isEmpty();
        assertThat(seed(environment)).isEmpty();
        assertThat(database.column(ROWS)).isEqualTo(before);
    }

    @Test
    void only_empty_tables_are_filled() {
        database.migrate(Environment.TEST);
        database.run("delete from invoices; delete from todos; update customers set name = 'Renamed'");
        assertThat(seed(Environment.TEST).toString()).isEqualTo("{invoices=6, todos=3}");
        assertThat(database.column("select distinct name from customers")).containsExactly("Renamed");
        assertThat(database.value("select count(*) from revenue")).isEqualTo("6");
    }

    @Test
    void change_sets_that_are_pending_come_first() {
        database.migrate(Environment.TEST);
        database.run("delete from databasechangelog where id = 'data-test'; delete from todos");
        assertThatThrownBy(() -> seed(Environment.TEST))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("./db migrate:test");
        assertThat(database.value("select count(*) from todos")).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(names = {"DEV", "TEST"})
    void rows_that_were_edited_after_they_ran_do_not_keep_a_database_from_being_migrated(Environment environment) {
        database.migrate(environment);
        database.run(
                "update databasechangelog set md5sum = '9:0123456789abcdef0123456789abcdef' where id like 'data-%'");
        database.migrate(environment);
        assertThat(seed(environment)).isEmpty();
    }

    @Test
    void the_database_of_another_environment_is_refused() {
        database.migrate(Environment.PROD);
        assertThatThrownBy(() -> seed(Environment.DEV)).isInstanceOf(MigrationRefused.class);
        assertThat(database.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void whose_database_it_is_is_told_before_a_changelog_that_cannot_be_read() {
        database.migrate(Environment.PROD);
        var unreadable = new Seeding(Environment.DEV, database::connect, WrittenChangelog.UNREADABLE);
        assertThatThrownBy(() -> unreadable.seed(() -> {})).isInstanceOf(MigrationRefused.class);

        database.guard(Environment.DEV).mark();
        assertThatThrownBy(() -> unreadable.seed(() -> {})).hasMessage("unreadable");
    }

    @Test
    void a_database_that_says_nothing_is_refused() {
        assertThatThrownBy(() -> seed(Environment.DEV)).isInstanceOf(MigrationRefused.class);
    }

    private Map<String, Integer> seed(Environment environment) {
        return new Seeding(environment, database::connect, () -> Changelog.of(environment)).seed(() -> {});
    }
}
