package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Migrations by way of a pooler such as PgBouncer: it answers its clients with cancel keys of its own, and in transaction
 * mode lets many clients take turns in one session of the server.
 */
class PoolerTest {

    private static final int KEY_OF_THE_POOLER = -1;

    private final OwnDatabase database = new OwnDatabase();
    private final Connection session = database.connect();

    @AfterEach
    void close() throws SQLException {
        session.close();
    }

    @Test
    void a_pooler_in_transaction_mode_is_refused_before_anything_is_changed() {
        var migrations = migrations(() -> pooled(session, false));

        assertThatThrownBy(() -> migrations.apply(new MigrationListener() {}))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("pooler in transaction mode")
                .hasMessageContaining("POSTGRES_MIGRATION_URL");
        assertThat(database.value("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
        assertThat(
                        database.value(
                                "select count(*) from pg_locks join pg_database on pg_database.oid = database where datname = current_database() and locktype = 'advisory'"))
                .isEqualTo("0");
    }

    @Test
    void a_pooler_that_keeps_a_session_for_each_client_is_as_good_as_a_direct_connection() {
        var migrations = migrations(() -> pooled(database.connect(), true));

        migrations.apply(new MigrationListener() {});

        assertThat(migrations.pending()).isEmpty();
    }

    @Test
    void looking_leaves_nothing_behind_in_a_session_that_is_another_clients_next() throws SQLException {
        new EnvironmentGuard(Environment.TEST, () -> pooled(session, false)).standing();

        session.setAutoCommit(true);
        session.setReadOnly(false);
        try (var statement = session.createStatement();
                var isolation = statement.executeQuery("show transaction_isolation")) {
            isolation.next();
            assertThat(isolation.getString(1)).isEqualTo("read committed");
        }
    }

    private Migrations migrations(Supplier<Connection> connections) {
        return new Migrations(Environment.TEST, connections, () -> Changelog.of(Environment.TEST));
    }

    /** A client's connection to the pooler: with a session of the server that is its own, or another's, too. */
    private static Connection pooled(Connection session, boolean own) {
        return proxy(Connection.class, (_, method, arguments) -> switch (method.getName()) {
            case "unwrap" -> proxy(PGConnection.class, (_, _, _) -> KEY_OF_THE_POOLER);
            case "close" -> {
                if (own) {
                    session.close();
                }
                yield null;
            }
            default -> invoke(session, method, arguments);
        });
    }

    private static Object invoke(Connection session, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(PoolerTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
