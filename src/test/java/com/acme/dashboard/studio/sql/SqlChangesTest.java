package com.acme.dashboard.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.AnythingChanged;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.sql.SqlFailed.Kind;
import com.acme.dashboard.studio.sql.SqlRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** In the environment test editing is always on. */
@IntegrationTest
@WithMockUser(username = "ada@acme.test", roles = StudioPermission.ROLE)
@RecordApplicationEvents
class SqlChangesTest {

    private static final String MARK = "insert into todos (title) values ('a change'), ('a change')";

    @Autowired
    private SqlRuns runs;

    @Autowired
    private JdbcClient jdbc;

    private long lastRecord;

    @BeforeEach
    void begin() {
        lastRecord = number("select coalesce(max(id), 0) from studio_audit");
    }

    @Test
    void are_kept_and_every_statement_is_written_down_with_who_and_how_many() {
        var results = change(MARK + "; select count(*) from todos where title = 'a change'");

        assertThat(Results.done(results.getFirst()).changed()).isEqualTo(2);
        assertThat(todos()).isEqualTo(2);
        assertThat(written())
                .containsExactly(
                        "ada@acme.test sql 2 " + MARK,
                        "ada@acme.test sql 1 select count(*) from todos where title = 'a change'");
    }

    @Test
    void are_counted_whole_though_not_all_rows_are_shown_and_not_at_all_where_nobody_counts() {
        var statement = "insert into todos (title) select 'a change' from generate_series(1, 2500) returning title";

        var results = change(statement + "; create temp table few (n int); truncate few");

        assertThat(Results.rows(results.getFirst()).rows()).hasSize(SqlLimits.ROWS);
        assertThat(Results.rows(results.getFirst()).more()).isTrue();
        assertThat(written())
                .containsExactly(
                        "ada@acme.test sql 2500 " + statement,
                        "ada@acme.test sql create temp table few (n int)",
                        "ada@acme.test sql truncate few");
    }

    @Test
    void are_made_for_every_row_of_a_query_that_makes_them_though_not_all_are_shown() {
        var results = change("""
                create temp sequence calls;
                select nextval('calls'), repeat('x', 10000) from generate_series(1, 5000);
                select last_value from calls
                """);

        assertThat(Results.rows(results.get(1)).rows()).hasSize(SqlLimits.ROWS);
        assertThat(Results.rows(results.get(2))
                        .rows()
                        .getFirst()
                        .values()
                        .getFirst()
                        .text())
                .isEqualTo("5000");
    }

    @Test
    void are_undone_where_reading_the_rows_takes_too_long() {
        var failure = catchThrowableOfType(
                SqlFailed.class,
                // The server makes each row when it is asked for, and is well within its own limit for each part.
                () -> change(MARK + "; select generate_series(1, 500), pg_sleep(0.05)"));

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(todos()).isZero();
    }

    @Test
    void are_told_to_pages_that_show_the_rows_once_they_are_kept(ApplicationEvents told) {
        run("insert into todos (title) values ('a change')", new SqlMode(true, true, SqlLimits.TIMEOUTS.getFirst()));
        assertThat(told.stream(AnythingChanged.class)).isEmpty();

        change("insert into todos (title) values ('a change')");

        assertThat(told.stream(AnythingChanged.class)).hasSize(1);
    }

    @Test
    void are_kept_all_or_none() {
        var failure = catchThrowableOfType(SqlFailed.class, () -> change(MARK + "; select 1 / 0"));

        assertThat(failure.kind()).isEqualTo(Kind.ERROR);
        assertThat(todos()).isZero();
        assertThat(written()).isEmpty();
    }

    @Test
    void are_not_kept_where_the_end_of_the_transaction_finds_a_fault() {
        var failure = catchThrowableOfType(SqlFailed.class, () -> change("""
                create temp table one (id int primary key);
                create temp table many (id int references one deferrable initially deferred);
                insert into many values (1);
                """ + MARK));

        assertThat(failure).hasMessageContaining("many_id_fkey");
        assertThat(todos()).isZero();
    }

    @Test
    void are_made_by_nobody_who_does_not_ask_for_them() {
        var failure = catchThrowableOfType(
                SqlFailed.class,
                () -> runs.prepare(SqlText.split(MARK), SqlModes.reading()).execute(result -> {}));

        assertThat(failure.kind()).isEqualTo(Kind.READ_ONLY);
    }

    @Test
    void are_undone_where_they_were_made_for_their_plan() {
        var results = run(MARK, new SqlMode(true, true, SqlLimits.TIMEOUTS.getFirst()));

        var plan = Results.plan(results.getFirst());
        assertThat(plan.measured()).isTrue();
        assertThat(plan.undone()).isTrue();
        assertThat(todos()).isZero();
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update studio_audit set actor = ''", "delete from studio_audit", "truncate studio_audit"})
    void take_nothing_back_of_what_is_written_down(String statement) {
        assertThat(catchThrowableOfType(SqlFailed.class, () -> change(statement)))
                .hasMessageContaining("studio_audit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into todos (title) select d from users as u(a, b, c, d)",
                "insert into todos (title) select x.d from (select * from users offset 0) x(a, b, c, d)",
                "create temp table copy as select * from users",
                "create table copy as table users",
                "select password as p into copy from users",
                "update todos set title = (select u::text from users u limit 1)",
                "alter table users rename column password to p"
            })
    void carry_no_password_elsewhere(String statement) {
        assertThat(catchThrowableOfType(SqlRefused.class, () -> change(statement))
                        .reason())
                .isEqualTo(Reason.SECRET);
    }

    private List<StatementResult> change(String text) {
        return run(text, SqlModes.changing());
    }

    private List<StatementResult> run(String text, SqlMode mode) {
        var results = new ArrayList<StatementResult>();
        runs.prepare(SqlText.split(text), mode).execute(results::add);
        return results;
    }

    private long todos() {
        return number("select count(*) from todos where title = 'a change'");
    }

    private List<@Nullable String> written() {
        return jdbc.sql(
                        "select concat_ws(' ', actor, kind, rows, statement) from studio_audit where id > :last order by id")
                .param("last", lastRecord)
                .query(String.class)
                .list();
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
