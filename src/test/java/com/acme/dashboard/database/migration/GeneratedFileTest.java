package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.generate.Decisions;
import com.acme.dashboard.database.safety.SafetyFinding;
import com.acme.dashboard.database.safety.SafetyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated files in a database with rows. */
class GeneratedFileTest {

    /** Only its server counts: scratch databases are made there. */
    private static final OwnDatabase SERVER = new OwnDatabase();

    @TempDir
    Path checkout;

    private final GeneratedBase base = GeneratedBase.of(ModelEdits.Before.MODEL);
    private OwnDatabase database = base.newDatabase();

    @BeforeEach
    void begin() throws IOException {
        base.writeTo(checkout);
        database.run("insert into people (email, name) values ('a', 'A'), ('b', 'B')");
    }

    @Test
    void required_columns_whose_long_names_begin_alike_are_told_apart() throws IOException {
        var file = generate("long-names", ModelEdits.AddColumnsOfLongNames.MODEL, ModelEdits.UNDECIDED);
        Files.writeString(file, Files.readString(file).replace(" = null where", " = 'x' where"));
        migrate();
        assertThat(
                        database.column(
                                "select is_nullable from information_schema.columns where table_name = 'people' and length(column_name) > 40"))
                .containsExactly("NO", "NO");
    }

    @Test
    void a_backfill_that_is_not_filled_in_fails_with_words_and_one_that_is_fills() throws IOException {
        var file = generate("country", ModelEdits.AddRequiredColumn.MODEL, ModelEdits.UNDECIDED);
        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("people.country has no value in the rows that are there")
                .hasMessageContaining("fill in the backfill in db-changelog/changes/0002-country.sql");
        assertThat(database.column("select id from databasechangelog where id like '0002%'"))
                .containsExactly("0002-country");

        Files.writeString(file, Files.readString(file).replace("set country = null", "set country = upper(email)"));
        migrate();
        assertThat(database.column("select country from people order by 1")).containsExactly("A", "B");
        assertThat(
                        database.value(
                                "select is_nullable from information_schema.columns where table_name = 'people' and column_name = 'country'"))
                .isEqualTo("NO");

        rollBack(5);
        assertThat(database.column("select id from databasechangelog")).containsExactly("0001-base");
        assertThat(database.value("select count(*) from people")).isEqualTo("2");
    }

    @Test
    void a_column_that_was_dropped_comes_back_in_a_table_with_rows() throws IOException {
        generate("no-name", ModelEdits.DropColumn.MODEL, new Decisions(List.of(), true));
        migrate();
        rollBack(1);
        assertThat(database.column("select name from people")).containsExactly("", "");
        assertThat(
                        database.value(
                                "select is_nullable from information_schema.columns where table_name = 'people' and column_name = 'name'"))
                .isEqualTo("NO");
    }

    @Test
    void columns_with_rules_come_back_in_a_table_with_rows_and_the_rules_hold() throws IOException {
        var ruled = GeneratedBase.of(ModelEdits.Ruled.MODEL);
        ruled.writeTo(checkout);
        database = ruled.newDatabase();
        database.run("insert into people (email, name) values ('a', 'A')");
        for (var code : List.of("x", "y")) {
            database.run("""
                    insert into shifts (code, effort, state, person_id, days, terminal, start, length)
                    select '%s', 1, 'open', id, '[2026-01-01,2026-01-02)', '10.0.0.1', '08:00', '8 hours' from people""".formatted(code));
        }
        generate("no-rules", ModelEdits.DropRuled.MODEL, new Decisions(List.of(), true));
        migrate();
        rollBack(Integer.parseInt(database.value("select count(*) - 1 from databasechangelog")));

        assertThat(database.column("select concat_ws(' ', start, length) from shifts"))
                .containsExactly("00:00:00 00:00:00", "00:00:00 00:00:00");
        assertThat(
                        database.value(
                                "select count(*) from shifts where num_nulls(code, effort, state, person_id, days, terminal) = 6"))
                .isEqualTo("2");
        assertThat(
                        database.column(
                                "select conname from pg_constraint where conrelid = 'shifts'::regclass and contype <> 'n' and convalidated order by 1"))
                .containsExactly(
                        "shifts_code_unique",
                        "shifts_effort_check",
                        "shifts_person_id_people_id_fk",
                        "shifts_pkey",
                        "shifts_state_check");
        migrate();
        assertThat(database.value("select count(*) from shifts")).isEqualTo("2");
    }

    /** What is found is what a person has to decide: it loses data, breaks the program that runs, or rewrites a table. */
    @ParameterizedTest
    @CsvSource({
        "add-column, ''",
        "add-column-with-default, ''",
        "add-column-with-default-of-each-row, ''",
        "add-required-column, ''",
        "add-enum-column, ''",
        "add-foreign-key, ''",
        "add-unique, ''",
        "change-index, ''",
        "checks, ''",
        "defaults, ''",
        "indexes, ''",
        "new-tables, ''",
        "relax, ''",
        "require, ''",
        "table-of-entities, ''",
        "drop-column, drop-column",
        "drop-table, drop-table",
        "rename-table, rename-table",
        "widen, change-type",
    })
    void only_what_a_person_has_to_decide_is_unsafe(String golden, String rules) throws IOException {
        var file = Path.of("src/test/resources/generate", golden + ".sql");
        assertThat(SafetyRules.check(golden, Files.readString(file)))
                .extracting(SafetyFinding::rule)
                .isEqualTo(rules.isEmpty() ? List.of() : List.of(rules));
    }

    private Path generate(String name, Collection<Class<?>> model, Decisions decisions) {
        try (var scratch = ScratchServer.any(Settings.of(Map.of(ScratchServer.URL_VARIABLE, SERVER.url())), checkout)) {
            return checkout.resolve(new Generation(scratch, checkout, model)
                    .write(name, decisions)
                    .orElseThrow()
                    .file());
        }
    }

    private void migrate() {
        new Migrations(Environment.DEV, database::connect, this::changelog).apply(new MigrationListener() {});
    }

    private void rollBack(int count) {
        var rollback = new Rollback(Environment.DEV, database::connect, this::changelog);
        var last = new Rollback.Extent.Last(count);
        rollback.undo(
                last,
                rollback.plan(last, MigrationLimits.DEFAULT),
                MigrationLimits.DEFAULT,
                new MigrationListener() {});
    }

    private Changelog changelog() {
        return WrittenChangelog.below(checkout, Environment.DEV);
    }
}
