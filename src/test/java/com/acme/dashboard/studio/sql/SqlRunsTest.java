package com.acme.dashboard.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.sql.QueryPlan.PlanNode;
import com.acme.dashboard.studio.sql.SqlFailed.Kind;
import com.acme.dashboard.studio.sql.SqlRefused.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class SqlRunsTest {

    @Autowired
    private SqlRuns runs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void each_statement_brings_a_result_of_its_own() {
        var results = run("select 1 as one, 'a' as letter; -- and then\n show server_version_num; select");

        assertThat(results).hasSize(3);
        assertThat(Results.rows(results.getFirst()).columns())
                .containsExactly(
                        new ResultColumn("one", "int4", true, false), new ResultColumn("letter", "text", false, false));
        assertThat(texts(results.getFirst())).containsExactly(List.of("1", "a"));
        assertThat(results.get(1).statement().command()).isEqualTo("SHOW");
        assertThat(Results.rows(results.get(2)).rows()).hasSize(1);
    }

    @Test
    void values_of_every_type_stand_there_as_postgresql_writes_them() {
        var result = run("""
                select array[1, null, 3], '{"a": {"b": [1]}}'::jsonb, '\\x00ff'::bytea, int4range(1, 5), null::text, true,
                       array[true, false], 12.50::numeric, timestamp '2024-12-06 10:00', interval '1 day 2 hours',
                       '"; drop table x; -- <b>é😀</b>' as "a ""b"" <i>?", '{d}' as braces, '{"a":1}'::jsonb ? 'a'
                """).getFirst();

        assertThat(texts(result).getFirst())
                .containsExactly(
                        "{1,NULL,3}",
                        "{\"a\": {\"b\": [1]}}",
                        "\\x00ff",
                        "[1,5)",
                        null,
                        "true",
                        "{t,f}",
                        "12.50",
                        "2024-12-06 10:00:00",
                        "1 day 02:00:00",
                        "\"; drop table x; -- <b>é😀</b>",
                        "{d}",
                        "true");
        assertThat(Results.rows(result).columns().get(10).name()).isEqualTo("a \"b\" <i>?");
        assertThat(Results.rows(result).columns().getFirst().type()).isEqualTo("int4[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into todos (title) values ('x')",
                "with gone as (delete from todos returning *) select * from gone",
                "update todos set title = 'x'",
                "truncate todos",
                "create table x (a int)",
                "create temp table x (a int)",
                "create sequence x",
                "drop table todos",
                "select * from todos for update",
                "grant select on todos to public",
                "comment on table todos is 'x'",
                "explain analyze delete from todos"
            })
    void the_server_keeps_every_statement_from_writing(String statement) {
        var before = todos();

        var failure = failure(statement);

        assertThat(failure.kind()).isEqualTo(Kind.READ_ONLY);
        assertThat(todos()).isEqualTo(before);
    }

    /** Before PostgreSQL 16 a transaction that only reads may make one; it goes with the transaction. */
    @Test
    void no_large_object_is_left_by_a_run_that_only_reads() {
        var _ = catchThrowable(() -> run("select lo_create(4712)"));

        assertThat(count("select count(*) from pg_largeobject_metadata where oid = 4712"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('transaction_' || 'read_only', 'off', false); delete from todos",
                "select set_config('default_transaction_' || 'read_only', 'off', false); delete from todos",
                "select nextval('numbers')",
                "select deletes_todos()",
                "select dblink_exec('dbname=x', 'delete from todos')"
            })
    void no_function_lets_it_write(String statements) {
        jdbc.sql("create sequence if not exists numbers").update();
        jdbc.sql("create or replace function deletes_todos() returns void language sql as 'delete from todos'")
                .update();
        var before = todos();

        assertThat(failure(statements).kind()).isIn(Kind.READ_ONLY, Kind.ERROR);

        assertThat(todos()).isEqualTo(before);
        jdbc.sql("drop function deletes_todos; drop sequence numbers").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit; delete from todos",
                "select 1; ROLLBACK; delete from todos",
                "/* a */ end",
                "begin",
                "start transaction read write",
                "abort",
                "savepoint a",
                "release a",
                "prepare transaction 'a'"
            })
    void what_would_leave_the_transaction_is_refused_before_anything_runs(String statements) {
        assertThat(refusal(statements).reason()).isEqualTo(Reason.TRANSACTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set transaction read write",
                "set session characteristics as transaction read write",
                "set role postgres",
                "SET LOCAL ROLE postgres",
                "set session authorization postgres",
                "reset role",
                "set \"role\" = 'postgres'",
                "set transaction_read_only = off"
            })
    void what_would_change_who_acts_or_what_the_transaction_may_is_refused(String statement) {
        assertThat(refusal(statement).reason()).isEqualTo(Reason.SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy todos to stdout",
                "vacuum",
                "listen x",
                "notify x",
                "execute x",
                "checkpoint",
                "load 'x'",
                "discard all",
                "nonsense"
            })
    void what_has_no_meaning_in_such_a_transaction_is_refused(String statement) {
        assertThat(refusal(statement).reason()).isEqualTo(Reason.NOT_HERE);
    }

    @Test
    void what_the_driver_would_send_as_several_statements_is_refused() {
        assertThat(refused("select [; commit; delete from todos").reason()).isEqualTo(Reason.SEVERAL);
    }

    @Test
    void no_statement_and_too_many_are_refused() {
        assertThat(refusal("  -- nothing\n;").reason()).isEqualTo(Reason.EMPTY);
        assertThat(refusal("select 1;".repeat(SqlLimits.STATEMENTS + 1)).reason())
                .isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void a_fault_is_named_with_its_statement_and_its_place_in_the_whole_text() {
        var text = "select 1;\nselect '😀', nothing_like_it\n  from todos";

        var results = new ArrayList<StatementResult>();
        var failure = catchThrowableOfType(
                SqlFailed.class,
                () -> runs.prepare(SqlText.split(text), SqlModes.reading()).execute(results::add));

        assertThat(results).hasSize(1);
        assertThat(failure.kind()).isEqualTo(Kind.ERROR);
        assertThat(failure).hasMessageContaining("nothing_like_it");
        assertThat(failure.statement()).isEqualTo(SqlText.split(text).get(1));
        assertThat(failure.position()).isEqualTo(text.indexOf("nothing_like_it"));
    }

    @Test
    void only_the_first_rows_of_many_are_read() {
        var result = run("select n, repeat('x', 300) from generate_series(1, 1000000) n")
                .getFirst();

        assertThat(Results.rows(result).rows()).hasSize(SqlLimits.ROWS);
        assertThat(Results.rows(result).more()).isTrue();
        assertThat(Results.rows(run("select generate_series(1, 1000)").getFirst())
                        .more())
                .isFalse();
    }

    @Test
    void of_a_long_value_the_beginning_is_kept_and_its_length_known() {
        var value = Results.rows(run("select repeat('x', 1000000)").getFirst())
                .rows()
                .getFirst()
                .values()
                .getFirst();

        assertThat(value.cut()).isTrue();
        assertThat(value.length()).isEqualTo(1_000_000);
        assertThat(value.text()).hasSize(SqlLimits.VALUE);
    }

    @Test
    void rows_larger_than_the_driver_may_hold_end_the_run() {
        assertThat(failure("select repeat('x', 1000000) from generate_series(1, 200)")
                        .kind())
                .isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void a_statement_cannot_give_itself_more_time() {
        var results = run("set statement_timeout = 0; show statement_timeout");

        assertThat(texts(results.get(1))).containsExactly(List.of("15s"));
    }

    @ParameterizedTest
    @CsvSource({"57014, TIMEOUT", "55P03, LOCKED", "57P01, UNREACHABLE", "22012, ERROR"})
    void the_server_says_what_kept_a_statement_from_its_end(String state, Kind kind) {
        var failing = "do $$ begin raise exception 'no' using errcode = '%s'; end $$".formatted(state);

        assertThatThrownBy(() -> runs.prepare(SqlText.split(failing), SqlModes.changing())
                        .execute(_ -> {}))
                .isInstanceOfSatisfying(
                        SqlFailed.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @Test
    void a_plan_tells_what_was_expected_and_what_came() {
        var results = new ArrayList<StatementResult>();
        runs.prepare(SqlText.split("""
                        select count(*)
                        from todos cross join lateral unnest(string_to_array(repeat(left(title, 1) || ',', 5000), ',')) part
                        """), SqlModes.explaining()).execute(results::add);

        var plan = Results.plan(results.getFirst());
        var nodes = nodes(plan.root()).toList();
        assertThat(plan.measured()).isTrue();
        assertThat(nodes).filteredOn(PlanNode::slowest).hasSize(1);
        assertThat(nodes.stream().mapToInt(PlanNode::percent).sum()).isBetween(90, 100);
        assertThat(nodes)
                .filteredOn(node -> node.title().startsWith("Function Scan"))
                .singleElement()
                .satisfies(scan -> {
                    assertThat(scan.actualRows()).isEqualTo(5001);
                    assertThat(scan.misestimate()).isGreaterThanOrEqualTo(10);
                    assertThat(scan.loops()).isEqualTo(todos());
                });
    }

    @Test
    void nothing_of_a_run_is_left_for_the_next() {
        run("set application_name = 'mine'; select pg_advisory_lock(4711)");

        assertThat(texts(run("show application_name").getFirst())).containsExactly(List.of("acme-studio-sql"));
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from pg_locks where locktype = 'advisory' and objid = 4711"))
                .isZero());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancel_ends_it_on_the_server(boolean explain) throws Exception {
        var run = runs.prepare(
                SqlText.split("select 'slow one', pg_sleep(600)"),
                explain ? SqlModes.explaining() : SqlModes.reading());
        var end = CompletableFuture.runAsync(() -> run.execute(result -> {}), Thread::startVirtualThread);
        await().untilAsserted(() -> assertThat(sleeping()).isEqualTo(1));

        run.cancel();

        assertThatThrownBy(() -> end.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        SqlFailed.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
        await().untilAsserted(() -> assertThat(sleeping()).isZero());
    }

    @Test
    void one_that_was_cancelled_before_does_not_begin() {
        var run = runs.prepare(SqlText.split("select 1"), SqlModes.reading());
        run.cancel();

        assertThat(catchThrowableOfType(SqlFailed.class, () -> run.execute(result -> {}))
                        .kind())
                .isEqualTo(Kind.CANCELLED);
    }

    @Test
    void so_many_at_a_time_and_no_more() {
        var slow = List.of("a", "b", "c").stream()
                .map(name -> runs.prepare(SqlText.split("select 'slow one', pg_sleep(600)"), SqlModes.reading()))
                .toList();
        var ends = slow.stream()
                .map(run -> CompletableFuture.runAsync(() -> run.execute(result -> {}), Thread::startVirtualThread))
                .toList();
        await().untilAsserted(() -> assertThat(sleeping()).isEqualTo(SqlLimits.AT_ONCE));

        assertThat(refused("select 1").reason()).isEqualTo(Reason.BUSY);

        slow.forEach(SqlRun::cancel);
        ends.forEach(end -> assertThatThrownBy(end::join).hasCauseInstanceOf(SqlFailed.class));
        assertThat(run("select 1")).hasSize(1);
    }

    @Test
    void no_other_timeout_can_be_asked_for() {
        assertThatThrownBy(() -> new SqlMode(false, false, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @WithMockUser(roles = "USER")
    void is_closed_to_those_without_the_permission() {
        assertThatThrownBy(() -> runs.prepare(SqlText.split("select 1"), SqlModes.reading()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock table invoices in access exclusive mode",
                "do $$ begin lock table invoices in access exclusive mode; end $$"
            })
    void nobody_is_kept_from_a_table_without_the_right_to_change_it(String text) {
        assertThat(refusal(text).reason()).isEqualTo(Reason.LOCK);
        assertThat(failure("select id from invoices for update").kind()).isEqualTo(Kind.READ_ONLY);
    }

    private List<StatementResult> run(String text) {
        var results = new ArrayList<StatementResult>();
        runs.prepare(SqlText.split(text), SqlModes.reading()).execute(results::add);
        return results;
    }

    private SqlFailed failure(String text) {
        return catchThrowableOfType(SqlFailed.class, () -> run(text));
    }

    /** Refused when the server was asked about it. */
    private SqlRefused refused(String text) {
        return catchThrowableOfType(SqlRefused.class, () -> run(text));
    }

    /** Refused before anything was run. */
    private SqlRefused refusal(String text) {
        return catchThrowableOfType(SqlRefused.class, () -> runs.prepare(SqlText.split(text), SqlModes.reading()));
    }

    private static Stream<PlanNode> nodes(PlanNode node) {
        return Stream.concat(Stream.of(node), node.parts().stream().flatMap(SqlRunsTest::nodes));
    }

    private static List<List<String>> texts(StatementResult result) {
        return Results.rows(result).rows().stream()
                .map(row -> row.values().stream().map(ResultValue::text).toList())
                .toList();
    }

    private long todos() {
        return count("select count(*) from todos");
    }

    private long sleeping() {
        return count(
                "select count(*) from pg_stat_activity where query like '%select ''slow one''%' and state = 'active'"
                        + " and pid <> pg_backend_pid()");
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
