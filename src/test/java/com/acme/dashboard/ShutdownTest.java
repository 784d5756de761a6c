package com.acme.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.database.migration.OwnDatabase;
import com.acme.dashboard.security.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to those who wait for an answer when the application is told to end. */
class ShutdownTest {

    private static final String WAITING_REQUESTS =
            "select count(*) from pg_locks where not granted and relation = 'users'::regclass";

    /** 128 and the number of SIGTERM: ended because it was asked to. */
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();

    @Test
    void a_request_in_flight_is_answered_before_the_process_ends() throws Exception {
        var variables = Map.of("SPRING_PROFILES_ACTIVE", "test", "DATABASE_URL_TEST", database.url());
        try (var application = ApplicationProcess.start(directory, variables)) {
            var port = application.awaitReady();
            try (var visitor = new Visitor(port, "198.51.100.7");
                    var somebody = DriverManager.getConnection(database.url());
                    var statement = somebody.createStatement()) {
                somebody.setAutoCommit(false);
                statement.execute("lock table users");
                var answer = CompletableFuture.supplyAsync(() -> visitor.signIn("user@acme.test", "123456"));
                await().until(() -> !database.value(WAITING_REQUESTS).equals("0"));

                application.terminate();
                await("nobody else is let in").until(() -> !listens(port));
                assertThat(answer).isNotDone();
                somebody.rollback();

                assertThat(Visitor.target(answer.join())).isEqualTo("/dashboard");
            }
            assertThat(application.awaitEnd()).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
            assertThat(application.exitStatus()).isEqualTo(TERMINATED);
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
