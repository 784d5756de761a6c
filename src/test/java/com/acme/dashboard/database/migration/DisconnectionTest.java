package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class DisconnectionTest {

    private static final String LOCKS = "select count(*) from pg_locks where relation = 'notes'::regclass";

    private static final Duration SOON = Duration.ofSeconds(30);

    private final OwnDatabase database = new OwnDatabase();

    /** By itself the server would keep them until the statement ends. */
    @Test
    void the_locks_of_a_process_that_is_gone_are_free_soon() throws SQLException {
        database.run("create table notes (id integer)");
        try (var connection = database.connect()) {
            MigrationLimits.DEFAULT.limit(connection);
            var statement = CompletableFuture.runAsync(
                    () -> {
                        try (var rewrite = connection.createStatement()) {
                            rewrite.execute("begin; lock table notes; select pg_sleep(3600)");
                        } catch (SQLException e) {
                            throw new CompletionException(e);
                        }
                    },
                    Thread::startVirtualThread);
            await().until(() -> database.value(LOCKS).equals("1"));

            connection.abort(Runnable::run);

            assertThatThrownBy(statement::join).isInstanceOf(CompletionException.class);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(database.value(LOCKS)).isEqualTo("0"));
        }
    }
}
