package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.migration.OwnDatabase;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class AccountsTest {

    private final OwnDatabase database = new OwnDatabase();

    @Test
    void of_two_who_make_the_same_account_at_the_same_moment_one_is_told_that_it_is_there() throws SQLException {
        database.migrate(Environment.TEST);
        try (var quicker = database.connect();
                var insert = quicker.createStatement();
                var slower = database.connect()) {
            quicker.setAutoCommit(false);
            insert.execute("insert into users (name, email, password) values ('New', 'new@acme.test', 'x')");
            var accounts = Accounts.in(new SingleConnectionDataSource(slower, true));
            var creation = CompletableFuture.runAsync(
                    () -> accounts.create("new@acme.test", "New", "long enough", Role.USER),
                    Thread::startVirtualThread);
            await().until(() -> database.value("""
                            select count(*) from pg_stat_activity
                             where datname = current_database() and wait_event_type = 'Lock'
                            """).equals("1"));

            quicker.commit();

            assertThatThrownBy(creation::join).hasCauseInstanceOf(EmailTaken.class);
        }
    }
}
