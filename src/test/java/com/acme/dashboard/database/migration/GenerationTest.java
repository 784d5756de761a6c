package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.generate.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenerationTest {

    /** Run with {@code -Dgolden=write} after a change of the texts, and read what has changed. */
    private static final boolean WRITE_GOLDEN = "write".equals(System.getProperty("golden"));

    private static final Path GOLDEN = Path.of("src/test/resources/generate");

    /** Only its server counts: scratch databases are made there. */
    private static final OwnDatabase SERVER = new OwnDatabase();

    @TempDir
    Path checkout;

    private static final Decisions DROPS = new Decisions(List.of(), true);

    /** What becomes of the models stands in {@link ModelEdits}. */
    record Edit(String name, List<Class<?>> before, List<Class<?>> after, Decisions decisions) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Edit> edits() {
        return Stream.of(
                new Edit("add-column", ModelEdits.Before.MODEL, ModelEdits.AddColumn.MODEL, ModelEdits.UNDECIDED),
                new Edit(
                        "add-column-with-default",
                        ModelEdits.Before.MODEL,
                        ModelEdits.AddColumnWithDefault.MODEL,
                        ModelEdits.UNDECIDED),
                new Edit(
                        "add-column-with-default-of-each-row",
                        ModelEdits.Before.MODEL,
                        ModelEdits.AddColumnWithDefaultOfEachRow.MODEL,
                        ModelEdits.UNDECIDED),
                new Edit(
                        "add-required-column",
                        ModelEdits.Before.MODEL,
                        ModelEdits.AddRequiredColumn.MODEL,
                        ModelEdits.UNDECIDED),
                new Edit(
                        "add-enum-column",
                        ModelEdits.Before.MODEL,
                        ModelEdits.AddEnumColumn.MODEL,
                        ModelEdits.UNDECIDED),
                new Edit(
                        "add-columns-of-many-types",
                        ModelEdits.Before.MODEL,
                        ModelEdits.AddColumnsOfManyTypes.MODEL,
                        ModelEdits.UNDECIDED),
                new Edit("drop-column", ModelEdits.Before.MODEL, ModelEdits.DropColumn.MODEL, DROPS),
                new Edit(
                        "drop-column-with-rules", ModelEdits.Before.MODEL, ModelEdits.DropColumnWithRules.MODEL, DROPS),
                new Edit(
                        "rename-column",
                        ModelEdits.Before.MODEL,
                        ModelEdits.RenameColumn.MODEL,
                        new Decisions(List.of("people.email:mail", "name:full_name"), false)),
                new Edit(
                        "rename-table",
                        ModelEdits.Before.MODEL,
                        ModelEdits.RenameTable.MODEL,
                        new Decisions(List.of("people:persons"), false)),
                new Edit("drop-table", ModelEdits.Before.MODEL, ModelEdits.DropTable.MODEL, DROPS),
                new Edit("new-tables", ModelEdits.Before.MODEL, ModelEdits.NewTables.MODEL, ModelEdits.UNDECIDED),
                new Edit(
                        "table-of-entities",
                        ModelEdits.Before.MODEL,
                        ModelEdits.TableOfEntities.MODEL,
                        ModelEdits.UNDECIDED),
                new Edit("widen", ModelEdits.Before.MODEL, ModelEdits.Widen.MODEL, ModelEdits.UNDECIDED),
                new Edit("shorten", ModelEdits.Before.MODEL, ModelEdits.Shorten.MODEL, ModelEdits.UNDECIDED),
                new Edit("retype", ModelEdits.Before.MODEL, ModelEdits.Retype.MODEL, ModelEdits.UNDECIDED),
                new Edit("defaults", ModelEdits.Before.MODEL, ModelEdits.Defaults.MODEL, ModelEdits.UNDECIDED),
                new Edit("require", ModelEdits.Before.MODEL, ModelEdits.Require.MODEL, ModelEdits.UNDECIDED),
                new Edit(
                        "require-without-default",
                        ModelEdits.Before.MODEL,
                        ModelEdits.RequireWithoutDefault.MODEL,
                        ModelEdits.UNDECIDED),
                new Edit("relax", ModelEdits.Before.MODEL, ModelEdits.Relax.MODEL, ModelEdits.UNDECIDED),
                new Edit("add-unique", ModelEdits.Before.MODEL, ModelEdits.AddUnique.MODEL, ModelEdits.UNDECIDED),
                new Edit("drop-unique", ModelEdits.Before.MODEL, ModelEdits.DropUnique.MODEL, ModelEdits.UNDECIDED),
                new Edit("indexes", ModelEdits.Before.MODEL, ModelEdits.Indexes.MODEL, ModelEdits.UNDECIDED),
                new Edit("change-index", ModelEdits.Before.MODEL, ModelEdits.ChangeIndex.MODEL, ModelEdits.UNDECIDED),
                new Edit("rename-rules", ModelEdits.Before.MODEL, ModelEdits.RenameRules.MODEL, ModelEdits.UNDECIDED),
                new Edit(
                        "add-foreign-key",
                        ModelEdits.Before.MODEL,
                        ModelEdits.AddForeignKey.MODEL,
                        ModelEdits.UNDECIDED),
                new Edit("drop-foreign-key", ModelEdits.AddForeignKey.MODEL, ModelEdits.Before.MODEL, DROPS),
                new Edit("checks", ModelEdits.Before.MODEL, ModelEdits.Checks.MODEL, ModelEdits.UNDECIDED),
                new Edit("drop-checks", ModelEdits.Before.MODEL, ModelEdits.DropChecks.MODEL, ModelEdits.UNDECIDED),
                new Edit("other-key", ModelEdits.Before.MODEL, ModelEdits.OtherKey.MODEL, ModelEdits.UNDECIDED),
                new Edit("key-of-before", ModelEdits.OtherKey.MODEL, ModelEdits.Before.MODEL, ModelEdits.UNDECIDED),
                new Edit("number-key", ModelEdits.KeyWithDefault.MODEL, ModelEdits.Before.MODEL, ModelEdits.UNDECIDED));
    }

    /** Writing one runs it forward, back and forward, and compares each time. */
    @ParameterizedTest
    @MethodSource("edits")
    void every_edit_of_the_model_is_written_both_ways(Edit edit) throws IOException {
        newCheckout();
        GeneratedBase.of(edit.before).writeTo(checkout);

        var written = generate(edit.name, edit.after, edit.decisions).orElseThrow();

        assertThat(written.file()).hasToString("db-changelog/changes/0002-%s.sql".formatted(edit.name));
        assertThat(Files.readString(checkout.resolve("db-changelog/changelog.yaml")))
                .endsWith("0002-%s.sql, relativeToChangelogFile: true }\n".formatted(edit.name));
        assertThat(generate("again", edit.after, ModelEdits.UNDECIDED)).isEmpty();
        assertGolden(edit.name, Files.readString(checkout.resolve(written.file())));
    }

    private void assertGolden(String name, String written) throws IOException {
        var text = written.replaceAll("--changeset [^:]+:", "--changeset jane:");
        var golden = GOLDEN.resolve(name + ".sql");
        if (WRITE_GOLDEN) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private Optional<Generation.Written> generate(String name, Collection<Class<?>> model, Decisions decisions) {
        try (var server = ScratchServer.any(Settings.of(Map.of(ScratchServer.URL_VARIABLE, SERVER.url())), checkout)) {
            return new Generation(server, checkout, model).write(name, decisions);
        }
    }

    private void newCheckout() throws IOException {
        GeneratedBase.writeEmpty(checkout);
        Files.writeString(checkout.resolve("pom.xml"), "");
    }
}
