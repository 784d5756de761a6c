package com.acme.dashboard.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.studio.EditingPermit;
import com.acme.dashboard.studio.SecretColumns;
import com.acme.dashboard.studio.StudioDatabase;
import com.acme.dashboard.studio.StudioPermission;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.test.context.support.WithMockUser;

/** SQL by way of a pooler in transaction mode: the server's session that a run has used is the application's next. */
@IntegrationTest
@WithMockUser(username = "ada@acme.test", roles = StudioPermission.ROLE)
class PooledSqlTest {

    private static final SqlMode CHANGING = SqlModes.changing();

    @Autowired
    private DatabaseServer server;

    @Autowired
    private SqlRules rules;

    @Autowired
    private PlanSecrets planSecrets;

    @Autowired
    private SecretColumns secrets;

    @Autowired
    private SqlFailures failures;

    @Autowired
    private EditingPermit permit;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private PooledDatabase database;
    private JdbcClient next;

    @BeforeEach
    void connect() throws SQLException {
        database = new PooledDatabase(server);
        next = JdbcClient.create(new SingleConnectionDataSource(database.session, true));
    }

    @AfterEach
    void close() throws SQLException {
        database.session.close();
        database.destroy();
    }

    @Test
    void nothing_that_a_run_sets_in_the_session_is_there_for_the_next_and_its_changes_are() {
        var path = text("show search_path");

        run("""
                insert into todos (title) values ('a change');
                create temp table todos (title text);
                insert into pg_temp.todos values ('not one');
                select set_config('search_path', 'public, archive', false);
                set statement_timeout = 0;
                declare kept cursor with hold for select 1;
                select pg_advisory_lock(4713)
                """, CHANGING);

        assertThat(text("show search_path")).isEqualTo(path);
        assertThat(text("select count(*) from pg_cursors where name = 'kept'")).isEqualTo("0");
        assertThat(text("select count(*) from pg_class where relpersistence = 't' and relname = 'todos'"))
                .isEqualTo("0");
        assertThat(locks()).isZero();
        assertThat(text("select count(*) from todos where title = 'a change'")).isEqualTo("1");
        assertThat(text("select statement from studio_audit order by id desc limit 1"))
                .isEqualTo("select pg_advisory_lock(4713)");
    }

    @Test
    void nothing_that_is_set_by_what_is_due_at_the_end_is_there_for_the_next_either() {
        var path = text("show search_path");
        jdbc.sql("""
                        create table due (id integer);
                        create function at_the_end() returns trigger language plpgsql as
                            'begin perform set_config(''search_path'', ''public, archive'', false); return null; end';
                        create constraint trigger late after insert on due deferrable initially deferred
                            for each row execute function at_the_end()
                        """).update();
        try {
            run("insert into due values (1)", CHANGING);

            assertThat(text("show search_path")).isEqualTo(path);
        } finally {
            jdbc.sql("drop table due; drop function at_the_end()").update();
        }
    }

    @Test
    void a_lock_that_a_run_without_changes_takes_is_let_go() {
        run("select pg_advisory_lock(4713)", SqlModes.reading());

        assertThat(locks()).isZero();
    }

    @Test
    void what_is_due_at_the_end_is_looked_at_though_the_tables_are_of_the_session_alone() {
        var failure = catchThrowableOfType(SqlFailed.class, () -> run("""
                create temp table one (id int primary key);
                create temp table many (id int references one deferrable initially deferred);
                insert into many values (1)
                """, CHANGING));

        assertThat(failure).hasMessageContaining("many_id_fkey");
    }

    private List<StatementResult> run(String text, SqlMode mode) {
        var results = new ArrayList<StatementResult>();
        new SqlRuns(database, rules, planSecrets, secrets, failures, permit, events)
                .prepare(SqlText.split(text), mode)
                .execute(results::add);
        return results;
    }

    private String text(String query) {
        return next.sql(query).query(String.class).single();
    }

    private long locks() {
        return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and objid = 4713")
                .query(Long.class)
                .single();
    }

    /** Each connection is the same session, and a client that goes in a transaction has it undone. */
    private static final class PooledDatabase extends StudioDatabase {

        private final Connection session;

        PooledDatabase(DatabaseServer server) throws SQLException {
            super(server);
            session = super.connect(Duration.ofMinutes(1), SqlLimits.BUFFER);
        }

        @Override
        public Connection connect(Duration silence, String buffer) {
            return (Connection) Proxy.newProxyInstance(
                    PooledSqlTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            session.rollback();
                            session.setAutoCommit(true);
                            session.setReadOnly(false);
                            return null;
                        }
                        try {
                            return method.invoke(session, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }
}
