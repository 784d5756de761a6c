package com.acme.dashboard.overview.ui;

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
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class ChartLibraryTest {

    private static final Pattern IMPORT = Pattern.compile("import '\\.\\.(/webjars/[^']+)'");

    @LocalServerPort
    private int port;

    @Test
    void what_the_chart_imports_is_there_small_and_kept_by_browsers() throws IOException, InterruptedException {
        var chart = IMPORT.matcher(Files.readString(Path.of("frontend/charts/revenue-chart.js")));
        assertThat(chart.find()).isTrue();
        try (var client = HttpClient.newHttpClient()) {
            var library = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + chart.group(1)))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofByteArray());

            assertThat(library.statusCode()).isEqualTo(200);
            assertThat(library.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(library.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("max-age=31536000", "immutable"));
            assertThat(library.body()).hasSizeLessThan(120_000);
        }
    }
}
