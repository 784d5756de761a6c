package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code check} and {@code roles} as they are run. */
class CheckCommandTest {

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final TypedCommands commands = new TypedCommands(database);
    private final Map<String, String> variables = commands.variables();
    private final StringWriter out = commands.out();
    private final StringWriter err = commands.err();

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "prod"})
    void a_migrated_database_has_no_findings(String environment) {
        run("migrate:" + environment);
        assertThat(run("check:" + environment)).as(out.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(out).hasToString("Nothing was found: all is as it should be." + System.lineSeparator());
        assertThat(err.toString()).startsWith("Environment " + environment + ", host ");
    }

    @Test
    void each_finding_is_named_with_what_is_expected_what_is_there_and_the_sql() {
        run("migrate:prod");
        database.run("alter table todos drop column completed; create index stray on invoices (amount)");
        assertThat(run("check:prod")).isEqualTo(ExitStatus.FAILED);
        assertThat(out.toString())
                .contains(
                        "drift: column todos.completed",
                        "  expected  default false, not null, type boolean",
                        "  found     missing",
                        "  fix       alter table \"todos\" add column \"completed\" boolean default false not null;",
                        "drift: index invoices.stray",
                        "  fix       drop index concurrently if exists \"stray\";",
                        "Findings: 2");
    }

    @Test
    void change_sets_that_are_pending_are_findings() {
        assertThat(run("check:prod")).isEqualTo(ExitStatus.FAILED);
        assertThat(out.toString())
                .contains("pending: db-changelog/changes/0001-initial-schema.sql")
                .doesNotContain("drift:");
    }

    @Test
    void json_is_one_object_without_a_password() {
        run("migrate:prod");
        database.run("alter table todos alter title type text");
        assertThat(run("check:prod", "--json")).isEqualTo(ExitStatus.FAILED);
        var report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.propertyNames()).containsExactly("environment", "host", "database", "findings");
        assertThat(report.get("environment").asString()).isEqualTo("prod");
        assertThat(report.get("database").asString()).isEqualTo(database.value("select current_database()"));
        assertThat(report.get("findings")).hasSize(1);
        var finding = report.get("findings").get(0);
        assertThat(finding.propertyNames())
                .containsExactly("kind", "object", "expected", "found", "fix", "explanation");
        assertThat(finding.get("kind").asString()).isEqualTo("drift");
        assertThat(finding.get("object").asString()).isEqualTo("column todos.title");
        assertThat(finding.get("expected").asString()).isEqualTo("type character varying(255)");
        assertThat(finding.get("found").asString()).isEqualTo("type text");
        assertThat(out.toString()).doesNotContain("password");

        database.run(finding.get("fix").asString());
        assertThat(run("check:prod", "--json")).isEqualTo(ExitStatus.DONE);
        assertThat(JsonMapper.shared().readTree(out.toString()).get("findings")).isEmpty();
    }

    @Test
    void the_database_of_another_environment_is_refused() {
        run("migrate:prod");
        assertThat(run("check:dev")).isEqualTo(ExitStatus.REFUSED);
        assertThat(run("roles:dev", "--apply", "--yes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("a database of the environment prod, not of dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSTGRES_URL", "POSTGRES_SCRATCH_URL"})
    void a_server_that_cannot_be_reached_is_told_in_one_line_without_the_password(String variable) {
        run("migrate:prod");
        variables.put(variable, "postgresql://jane:secret@localhost:1/none?sslmode=disable");
        assertThat(run("check:prod", "--json")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString().lines().filter(line -> !line.startsWith("Environment ")))
                .singleElement()
                .asString()
                .contains(variable, "localhost:1")
                .doesNotContain("secret");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void roles_are_printed_and_made_only_with_consent() {
        run("migrate:prod");
        assertThat(run("roles:prod")).isEqualTo(ExitStatus.DONE);
        var app = database.value("select current_database() || '_app'");
        assertThat(out.toString()).contains("create role \"%s\" login".formatted(app));
        assertThat(run("roles:prod", "--apply")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("--yes");
        assertThat(database.column("select from pg_roles where rolname = '%s'".formatted(app)))
                .isEmpty();

        variables.put("POSTGRES_APP_PASSWORD", "secret of the app");
        assertThat(run("roles:prod", "--apply", "--yes")).isEqualTo(ExitStatus.DONE);
        assertThat(err.toString())
                .startsWith("Environment prod, host ")
                .contains("POSTGRES_OWNER_PASSWORD, POSTGRES_READONLY_PASSWORD");
        assertThat(out.toString() + err).contains(app).doesNotContain("secret of the app");
        assertThat(run("check:prod")).as(out.toString()).isEqualTo(ExitStatus.DONE);

        database.run("grant truncate on invoices to \"%s\"".formatted(app));
        assertThat(run("check:prod")).isEqualTo(ExitStatus.FAILED);
        assertThat(out.toString()).contains("drift: privileges of %s on table invoices".formatted(app));
    }

    @Test
    void help_explains_the_findings_and_the_json() {
        run("help", "check");
        assertThat(out.toString())
                .contains(
                        "out-of-order",
                        "drift",
                        "kind, object, expected, found, fix",
                        "Example: ./db check:prod --json");
        run("help", "roles");
        assertThat(out.toString())
                .contains("POSTGRES_READONLY_PASSWORD", "--apply", "Example: ./db roles:prod --apply");
    }

    private int run(String... line) {
        return commands.run(directory, line);
    }
}
