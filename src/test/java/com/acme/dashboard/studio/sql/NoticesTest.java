package com.acme.dashboard.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.studio.StudioPermission;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What PostgreSQL says beside the rows of a statement. */
@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class NoticesTest {

    @Autowired
    private SqlRuns runs;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void are_shown_in_their_order_of_each_statement_its_own() {
        var results = run("""
                do $$ begin raise notice 'one'; raise warning 'two'; end $$;
                do $$ begin end $$;
                do $$ begin raise info 'three'; end $$
                """);

        assertThat(results)
                .map(StatementResult::notices)
                .containsExactly(List.of("one", "two"), List.of(), List.of("three"));
    }

    @Test
    void the_first_are_shown_of_many_and_the_beginning_of_a_long_one() {
        var notices = run("""
                do $$ begin
                    raise notice '%', repeat('x', 1000000);
                    for i in 2..100000 loop raise notice '%', i; end loop;
                end $$
                """).getFirst().notices();

        assertThat(notices).hasSize(Notices.KEPT);
        assertThat(notices.getFirst()).isEqualTo("x".repeat(Notices.LENGTH) + "…");
        assertThat(notices.subList(1, Notices.KEPT)).isEqualTo(numbers(2, Notices.KEPT));
    }

    @Test
    void are_shown_of_rows_that_came_later_too() {
        jdbc.sql("""
                create function says(n int) returns int language plpgsql as
                'begin if n % 100 = 7 then raise notice ''%'', n; end if; return n; end'
                """).update();
        try {
            assertThat(run("select says(n) from generate_series(1, 300) n")
                            .getFirst()
                            .notices())
                    .containsExactly("7", "107", "207");
        } finally {
            jdbc.sql("drop function says").update();
        }
    }

    @Test
    void are_not_left_in_the_driver_while_the_statement_runs() throws SQLException {
        try (var holding = database.getConnection();
                var holder = holding.createStatement();
                var running = database.getConnection();
                var statement = running.createStatement();
                var notices = Notices.of(statement)) {
            holding.setAutoCommit(false);
            holder.execute("select pg_advisory_xact_lock(4712)");
            var end = CompletableFuture.runAsync(() -> execute(statement, """
                            do $$ begin
                                for i in 1..2000 loop raise notice '%', i; end loop;
                                perform pg_advisory_xact_lock(4712);
                            end $$
                            """), Thread::startVirtualThread);
            await().until(() -> jdbc.sql("select count(*) from pg_locks where objid = 4712 and not granted")
                            .query(Long.class)
                            .single()
                    == 1);

            await().untilAsserted(() ->
                    assertThat((Throwable) statement.getWarnings()).isNull());

            holding.commit();
            end.join();
            await().untilAsserted(() ->
                    assertThat((Throwable) statement.getWarnings()).isNull());
            assertThat(notices.first()).isEqualTo(numbers(1, Notices.KEPT));
        }
    }

    private List<StatementResult> run(String text) {
        var results = new ArrayList<StatementResult>();
        runs.prepare(SqlText.split(text), SqlModes.changing()).execute(results::add);
        return results;
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
    }
}
