package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class DiagramLibrariesTest {

    private static final Pattern LIBRARY = Pattern.compile("'\\.\\./\\.\\.(/webjars/[^']+)'");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"entity-diagram.js", "arrangement-worker.js"})
    void what_the_diagram_loads_is_there_small_and_kept_by_browsers(String script)
            throws IOException, InterruptedException {
        var library = LIBRARY.matcher(Files.readString(Path.of("frontend/scripts/diagram", script)));
        assertThat(library.find()).isTrue();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + library.group(1)))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("max-age=31536000", "immutable"));
            assertThat(answer.body()).hasSizeLessThan(120_000);
        }
    }
}
