package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Before each test method, puts back the rows that the application's start left, so that tests may write what they like, in
 * any order.
 */
public class RestoredRows extends AbstractTestExecutionListener implements Ordered {

    /** The SQLSTATE of a transaction that PostgreSQL has ended because two wait for each other. */
    private static final String DEADLOCK = "40P01";

    private static final int ATTEMPTS = 5;

    private static final String PRISTINE = "pristine";

    /** After the application is there, before a test's own transaction begins. */
    @Override
    public int getOrder() {
        return 3500;
    }

    @Override
    public void beforeTestMethod(TestContext test) throws SQLException {
        DatabaseServer server = test.getApplicationContext().getBean(DatabaseServer.class);
        for (int attempt = 1; ; attempt++) {
            try {
                restore(server);
                return;
            } catch (SQLException failure) {
                // What the page of the test before still reads in the background ends by itself.
                if (!DEADLOCK.equals(failure.getSQLState()) || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static void restore(DatabaseServer server) throws SQLException {
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            endWithoutLock(connection);
            List<String> tables = tables(connection);
            if (exists(connection)) {
                restore(connection, tables);
            } else {
                keep(connection, tables);
            }
            connection.commit();
        }
    }

    /** A failed test may have left a lock behind: the next one says so, instead of waiting for ever. */
    private static void endWithoutLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '60s'");
        }
    }

    private static void keep(Connection connection, List<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema " + PRISTINE);
            for (String table : tables) {
                statement.execute("create table %s.%s as table %s".formatted(PRISTINE, table, table));
            }
        }
    }

    private static void restore(Connection connection, List<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Triggers would count what is taken away and put back, or refuse it for the sake of order.
            for (String table : tables) {
                statement.execute("alter table %s disable trigger all".formatted(table));
            }
            statement.execute("truncate %s cascade".formatted(String.join(", ", tables)));
            for (String table : tables) {
                statement.execute(
                        "insert into %s overriding system value select * from %s.%s".formatted(table, PRISTINE, table));
                statement.execute("alter table %s enable trigger all".formatted(table));
            }
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet schema = statement.executeQuery("select to_regnamespace('" + PRISTINE + "') is not null")) {
            return schema.next() && schema.getBoolean(1);
        }
    }

    /** The application's tables; Liquibase's own stay as they are. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select quote_ident(tablename)
                          from pg_tables
                         where schemaname = current_schema() and tablename not like 'databasechangelog%'
                         order by tablename
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
