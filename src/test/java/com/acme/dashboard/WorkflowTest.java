package com.acme.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The workflows of continuous integration, looked at as far as that goes without the service that runs them: only keys that
 * it knows, references to jobs, steps, contexts and profiles that exist, inputs that the actions take, shell that can be
 * parsed, and the project's own rules.
 */
class WorkflowTest {

    private static final Path WORKFLOWS = Path.of(".github/workflows");

    private static final Set<String> WORKFLOW_KEYS =
            Set.of("name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs");
    private static final Set<String> JOB_KEYS = Set.of(
            "name",
            "permissions",
            "needs",
            "if",
            "runs-on",
            "environment",
            "concurrency",
            "outputs",
            "env",
            "defaults",
            "steps",
            "timeout-minutes",
            "strategy",
            "continue-on-error",
            "container",
            "services");
    private static final Set<String> STEP_KEYS = Set.of(
            "id",
            "if",
            "name",
            "uses",
            "run",
            "shell",
            "with",
            "env",
            "continue-on-error",
            "timeout-minutes",
            "working-directory");
    private static final Set<String> CONTEXTS = Set.of(
            "github", "env", "vars", "job", "steps", "runner", "secrets", "strategy", "matrix", "needs", "inputs");

    /** What an action takes, as the {@code action.yml} of the version says that is pinned. */
    private static final Map<String, Set<String>> INPUTS = Map.of(
            "actions/checkout",
            Set.of(
                    "repository",
                    "ref",
                    "token",
                    "path",
                    "persist-credentials",
                    "clean",
                    "filter",
                    "sparse-checkout",
                    "sparse-checkout-cone-mode",
                    "fetch-depth",
                    "fetch-tags",
                    "show-progress",
                    "lfs",
                    "submodules",
                    "set-safe-directory"),
            "actions/setup-java",
            Set.of(
                    "distribution",
                    "java-version",
                    "java-version-file",
                    "java-package",
                    "architecture",
                    "check-latest",
                    "cache",
                    "cache-dependency-path",
                    "overwrite-settings",
                    "token"),
            "actions/upload-artifact",
            Set.of(
                    "name",
                    "path",
                    "if-no-files-found",
                    "retention-days",
                    "compression-level",
                    "overwrite",
                    "include-hidden-files"));

    /** What an action does not run without. */
    private static final Map<String, Set<String>> REQUIRED_INPUTS = Map.of(
            "actions/setup-java", Set.of("distribution", "java-version"),
            "actions/upload-artifact", Set.of("path"));

    private static final Pattern PROFILES = Pattern.compile("\\./mvnw(?: \\S+)*? -P([\\w,-]+)");
    private static final Pattern PROFILE_ID = Pattern.compile("<profile>\\s*<id>([^<]+)</id>");

    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
    private static final Pattern PINNED_LINE = Pattern.compile("uses: \\S+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)}}");
    private static final Pattern CONTEXT = Pattern.compile("(?<![\\w.'])([a-z]+)\\.([\\w-]+)(?:\\.outputs\\.)?");
    private static final Pattern SCRIPT = Pattern.compile("(?m)(?:^|\\s)(\\./[\\w.-]+)");

    static List<Path> files() throws IOException {
        try (var files = Files.list(WORKFLOWS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void has_only_keys_that_are_known(Path file) {
        var workflow = read(file);

        assertThat(WORKFLOW_KEYS).containsAll(workflow.keySet());
        assertThat(workflow).containsKeys("on", "permissions", "concurrency", "jobs");
        jobs(workflow).forEach((id, job) -> {
            assertThat(JOB_KEYS).as(id).containsAll(job.keySet());
            assertThat(job).as(id).containsKeys("runs-on", "timeout-minutes", "steps");
            steps(job).forEach(step -> {
                assertThat(STEP_KEYS).as("%s: %s", id, step).containsAll(step.keySet());
                assertThat(step.containsKey("uses")).as("%s: %s", id, step).isNotEqualTo(step.containsKey("run"));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void takes_no_more_rights_than_to_read_but_where_it_publishes(Path file) {
        var workflow = read(file);

        assertThat(workflow.get("permissions")).isEqualTo(Map.of("contents", "read"));
        jobs(workflow).forEach((id, job) -> {
            if (job.containsKey("permissions")) {
                assertThat(file.getFileName()).as(id).hasToString("release.yml");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void names_the_actions_of_others_by_their_hash_and_says_which_version_that_is(Path file) throws IOException {
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains("uses:"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern(PINNED_LINE));
        allSteps(read(file))
                .filter(step -> step.containsKey("uses"))
                .forEach(step -> assertThat(text(step, "uses")).matches(PINNED));
    }

    @ParameterizedTest
    @MethodSource("files")
    void gives_the_actions_of_others_what_they_take_and_need(Path file) {
        allSteps(read(file)).filter(step -> step.containsKey("uses")).forEach(step -> {
            var action = text(step, "uses").replaceFirst("@.*", "");
            var given = inputs(step).keySet();
            assertThat(INPUTS).as("what an action takes is known").containsKey(action);
            assertThat(INPUTS.get(action)).as(action).containsAll(given);
            assertThat(given).as(action).containsAll(REQUIRED_INPUTS.getOrDefault(action, Set.of()));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void refers_only_to_jobs_steps_and_contexts_that_exist(Path file) throws IOException {
        var workflow = read(file);
        var ids = new TreeSet<String>();
        allSteps(workflow).forEach(step -> ids.add(text(step, "id")));
        jobs(workflow)
                .values()
                .forEach(job -> assertThat(jobs(workflow).keySet()).containsAll(list(job.get("needs"))));

        var expressions = new ArrayList<String>();
        EXPRESSION.matcher(Files.readString(file)).results().forEach(match -> expressions.add(match.group(1)));
        allSteps(workflow).forEach(step -> expressions.add(text(step, "if")));
        for (var expression : expressions) {
            CONTEXT.matcher(expression).results().forEach(match -> {
                assertThat(CONTEXTS).as(expression).contains(match.group(1));
                if (match.group(1).equals("steps")) {
                    assertThat(ids).as(expression).contains(match.group(2));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void runs_scripts_that_a_shell_can_read_and_files_that_are_there(Path file) {
        allSteps(read(file)).filter(step -> step.containsKey("run")).forEach(step -> {
            var script = text(step, "run");
            assertThat(complaint(script)).as(script).isEmpty();
            assertThat(script)
                    .as("what others may have typed is no part of a script")
                    .doesNotContain("${{");
            SCRIPT.matcher(script)
                    .results()
                    .forEach(match -> assertThat(Path.of(match.group(1))).isExecutable());
        });
    }

    @Test
    void the_build_has_every_profile_that_a_workflow_or_the_readme_names() throws IOException {
        var named = new TreeSet<String>();
        for (var file :
                Stream.concat(files().stream(), Stream.of(Path.of("README.md"))).toList()) {
            PROFILES.matcher(Files.readString(file))
                    .results()
                    .forEach(match -> named.addAll(List.of(match.group(1).split(","))));
        }
        var there = PROFILE_ID
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(named).contains("release", "mutation");
        assertThat(there).containsAll(named);
    }

    @Test
    void a_release_is_built_with_the_version_of_its_tag() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>dashboard</artifactId>\n    <version>${revision}</version>");
        assertThat(allSteps(read(WORKFLOWS.resolve("release.yml"))))
                .extracting(step -> text(step, "run"))
                .filteredOn(script -> script.contains("./mvnw"))
                .allSatisfy(script -> assertThat(script).contains("-Drevision=\"${GITHUB_REF_NAME#v}\""))
                .isNotEmpty();
    }

    @Test
    void tests_with_every_server_that_is_supported_and_with_testbench() {
        var jobs = jobs(read(WORKFLOWS.resolve("ci.yml")));

        assertThat(jobs.get("verify")).extractingByKey("strategy").asString().contains("15", "17", "18");
        assertThat(jobs).containsKey("testbench");
    }

    /** What a shell says of a script that it only reads; empty where that is nothing. */
    private static String complaint(String script) {
        try {
            var shell = new ProcessBuilder("bash", "-n", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            shell.getOutputStream().close();
            return new String(shell.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Path file) {
        // A key is on, and not the truth: YAML 1.1 would take it for that.
        try {
            var text = Files.readString(file).replaceFirst("(?m)^on:", "'on':");
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> jobs(Map<String, Object> workflow) {
        return (Map<String, Map<String, Object>>) workflow.getOrDefault("jobs", Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Map<String, Object> job) {
        return (List<Map<String, Object>>) job.getOrDefault("steps", List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inputs(Map<String, Object> step) {
        return (Map<String, Object>) step.getOrDefault("with", Map.of());
    }

    private static Stream<Map<String, Object>> allSteps(Map<String, Object> workflow) {
        return jobs(workflow).values().stream().flatMap(job -> steps(job).stream());
    }

    private static List<String> list(@Nullable Object value) {
        return value == null
                ? List.of()
                : value instanceof List<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : List.of(value.toString());
    }

    private static String text(Map<String, Object> step, String key) {
        return String.valueOf(step.getOrDefault(key, ""));
    }
}
