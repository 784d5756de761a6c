package com.acme.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.database.migration.OwnDatabase;
import com.acme.dashboard.security.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load balancer is told by the production jar whose database is not migrated yet. */
class ReadinessIT {

    private static final String ADDRESS = "Acme Dashboard is at http://localhost:";

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final List<String> said = new ArrayList<>();

    @Test
    void production_is_ready_only_when_somebody_has_migrated_its_database() throws Exception {
        var application = start();
        try (var output = application.inputReader(UTF_8);
                var loadBalancer = new Visitor(port(output), "198.51.100.7")) {
            assertThat(loadBalancer.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(loadBalancer.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(loadBalancer.get("/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(said)
                    .filteredOn(line -> line.contains("Not ready"))
                    .singleElement()
                    .asString()
                    .endsWith("run java -jar dashboard.jar db:migrate:prod");
            assertThat(database.column("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                    .as("the application creates nothing")
                    .isEmpty();

            assertThat(start("db:migrate").waitFor()).isZero();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> loadBalancer.get("/actuator/health/readiness").statusCode() == 200);
            assertThat(loadBalancer.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        } finally {
            application.destroy();
            application.waitFor();
        }
    }

    /** The port that the application names when it has started. */
    private int port(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains(ADDRESS)) {
                return Integer.parseInt(line.substring(line.indexOf(ADDRESS) + ADDRESS.length()));
            }
        }
        throw new IOException("The application did not start");
    }

    private Process start(String... command) throws IOException {
        var words = new ArrayList<>(
                List.of("-jar", Path.of("target/dashboard.jar").toAbsolutePath().toString()));
        words.addAll(List.of(command));
        var builder = new ProcessBuilder(Java.command(words))
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("POSTGRES_") || name.startsWith("SPRING_"));
        builder.environment().putAll(Map.of("POSTGRES_URL", database.url(), "SERVER_PORT", "0"));
        return builder.start();
    }
}
