package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.Java;
import com.acme.dashboard.database.migration.OwnDatabase;
import com.acme.dashboard.studio.standalone.StudioProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The commands of the production jar, where the system has no locale: the same change sets as in the checkout, and prod by default. */
class JarIT {

    private static final String JAR =
            Path.of("target/dashboard.jar").toAbsolutePath().toString();

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();

    @Test
    void what_the_checkout_has_applied_is_applied_for_the_jar_too() throws Exception {
        var nowhere = new PrintWriter(new StringWriter());
        var checkout = new Shell(
                Map.of("POSTGRES_URL", database.url()),
                directory,
                new Terminal.StandardInput(() -> false),
                nowhere,
                nowhere);
        assertThat(DatabaseCommand.run(checkout, "migrate:prod")).isEqualTo(ExitStatus.DONE);

        assertThat(run("db:status")).startsWith("Environment prod,").contains("Pending: 0");
        assertThat(run("db:migrate")).endsWith("Nothing to do: no change set is pending.\n");
    }

    @Test
    void the_jar_undoes_and_applies_again_and_completes_in_shells() throws Exception {
        run("db:migrate");
        assertThat(run("db:rollback", "--yes"))
                .contains("-- undo db-changelog/changes/")
                .endsWith("Change sets undone: 1.\n");
        assertThat(run("db:status")).contains("Pending: 1");
        assertThat(run("db:migrate")).endsWith("Change sets applied: 1.\n");
        assertThat(run("db:completion")).contains("complete -F");
    }

    @Test
    void every_command_finds_in_the_jar_what_it_needs() throws Exception {
        run("db:migrate");
        assertThat(run("db:status", "--json")).contains("\"pending\" : [ ]");
        assertThat(run("db:check")).contains("Nothing was found");
        assertThat(run("db:roles")).contains("create role");
        assertThat(run("db:rollback", "--sql")).contains("-- undo db-changelog/changes/");
        assertThat(runTyping("Grüße aus Łódź", "db:create-user", "jane@acme.example"))
                .contains("Created jane@acme.example with the role USER.");
        assertThat(new BCryptPasswordEncoder().matches("Grüße aus Łódź", database.value("select password from users")))
                .isTrue();
        assertThat(runTyping("a password of a test", "db:create-admin", "ada@acme.example"))
                .contains("Created ada@acme.example with the role ADMIN.");
        assertThat(runTyping("another password of a test", "db:set-password", "jane@acme.example"))
                .contains("jane@acme.example");
        assertThat(run("db:help")).contains("Commands:");
        assertThat(run("db:mark", "dev", "--database", database.name())).contains("It carries the environment dev now");
        assertThat(run("db:migrate:dev")).contains("Change sets applied");
        assertThat(run("db:push:dev")).contains("No changes");
        assertThat(run("db:reset:dev", "--yes")).contains("Change sets applied");
        assertThat(run("db:seed:dev")).contains("Nothing to do");
    }

    @Test
    void commands_run_from_the_unpacked_jar_too() throws Exception {
        start(List.of("-Djarmode=tools", "-jar", JAR, "extract", "--destination", "unpacked"));

        assertThat(start(List.of("-jar", "unpacked/dashboard.jar", "db:migrate")))
                .contains("Change sets applied");
    }

    @Test
    void studio_lets_a_browser_in_from_the_jar_alone() throws Exception {
        try (var studio = StudioProcess.ofJar(
                        Path.of("target/dashboard.jar"), directory, Map.of("POSTGRES_URL", database.url()));
                var browser = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .cookieHandler(new CookieManager())
                        .build()) {
            var page = browser.send(
                    HttpRequest.newBuilder(studio.address()).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));

            assertThat(page.uri().getPath()).isEqualTo("/dashboard/studio");
            assertThat(page.statusCode()).isEqualTo(200);
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        return runTyping("", command);
    }

    private String runTyping(String input, String... command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("-jar", JAR));
        words.addAll(List.of(command));
        return start(words, input);
    }

    private String start(List<String> words) throws IOException, InterruptedException {
        return start(words, "");
    }

    private String start(List<String> words, String input) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Java.command(words))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("POSTGRES_URL", database.url(), "LC_ALL", "C"));
        builder.environment().remove("SPRING_PROFILES_ACTIVE");
        var process = builder.start();
        try (var typing = process.outputWriter(StandardCharsets.UTF_8)) {
            typing.write(input);
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(ExitStatus.DONE);
        return output;
    }
}
