package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.generate.Decisions;
import com.acme.dashboard.database.generate.UndecidedDrops;
import com.acme.dashboard.database.schema.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PushTest {

    private static final Decisions DROPS = new Decisions(List.of(), true);

    /** For scratch databases beside it. */
    private static final OwnDatabase SERVER = new OwnDatabase();

    /** One of each kind: the statements themselves are looked at when they are generated. */
    private static final Set<String> KINDS = Set.of(
            "add-required-column",
            "add-foreign-key",
            "add-unique",
            "checks",
            "drop-column-with-rules",
            "drop-table",
            "indexes",
            "key-of-before",
            "new-tables",
            "number-key",
            "other-key",
            "rename-column",
            "rename-table",
            "retype");

    @TempDir
    Path checkout;

    private OwnDatabase database = SERVER;
    private final List<String> shown = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    static Stream<GenerationTest.Edit> edits() {
        return GenerationTest.edits().filter(edit -> KINDS.contains(edit.name()));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void what_was_pushed_is_generated_and_marked_as_run(GenerationTest.Edit edit) throws Exception {
        begin(edit.before());

        assertThat(push(edit.after(), edit.decisions())).isPositive().isEqualTo(shown.size());
        assertThat(push(edit.after(), ModelEdits.UNDECIDED)).isZero();
        generate("edit", edit.after(), edit.decisions());
        migrate();

        assertThat(heard).isNotEmpty().allMatch(line -> line.startsWith("adopted db-changelog/changes/0002-edit.sql"));
        assertThat(database.value("select to_regclass('acme_push')")).isNull();
        try (var live = database.connect();
                var scratchServer = scratch();
                var scratch = scratchServer.create();
                var built = scratch.connect()) {
            changelog().build(built, _ -> true, new MigrationListener() {});
            assertThat(Catalog.read(live)).isEqualTo(Catalog.read(built));
        }
        heard.clear();
        migrate();
        assertThat(heard).isEmpty();
    }

    @Test
    void without_a_difference_nothing_changes() throws IOException {
        begin(ModelEdits.Before.MODEL);
        assertThat(push(ModelEdits.Before.MODEL, ModelEdits.UNDECIDED)).isZero();
        assertThat(database.value("select to_regclass('acme_push')")).isNull();
    }

    @Test
    void what_would_be_lost_is_counted_and_stays_without_allow_drops() throws IOException {
        begin(ModelEdits.Before.MODEL);
        database.run("insert into people (email, name) values ('a', 'A'), ('b', 'B')");
        assertThatThrownBy(() -> push(ModelEdits.DropColumn.MODEL, ModelEdits.UNDECIDED))
                .isInstanceOf(UndecidedDrops.class)
                .hasMessageContaining("The column people.name (2 rows) is gone from the code")
                .hasMessageContaining("--rename people.name:")
                .hasMessageContaining("--allow-drops");
        assertThat(database.column("select name from people order by 1")).containsExactly("A", "B");
        assertThat(shown).isEmpty();

        push(ModelEdits.DropColumn.MODEL, DROPS);
        assertThat(shown)
                .containsExactly("-- loses column people.name: 2 rows", "alter table people drop column name;");
        assertThat(database.value("select count(*) from people")).isEqualTo("2");
    }

    @Test
    void a_database_that_becomes_another_environments_while_it_waits_is_refused() throws Exception {
        begin(ModelEdits.Before.MODEL);
        var other = MigrationLock.acquire(database::connect, () -> {});
        Runnable marking = () -> {
            try (other) {
                database.run("update acme_environment set environment = 'test'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        var push = new Push(
                Environment.DEV, database::connect, this::scratch, this::changelog, ModelEdits.RenameColumn.MODEL);
        assertThatThrownBy(() -> push.run(DROPS, marking, shown::add)).isInstanceOf(MigrationRefused.class);
        assertThat(shown).isEmpty();
    }

    @Test
    void a_rename_keeps_the_data() throws IOException {
        begin(ModelEdits.Before.MODEL);
        database.run("insert into people (email, name) values ('a', 'A')");
        push(
                ModelEdits.RenameColumn.MODEL,
                new Decisions(List.of("people.email:mail", "people.name:full_name"), false));
        assertThat(database.value("select mail || full_name from people")).isEqualTo("aA");
    }

    @Test
    void a_required_column_without_a_default_never_empties_a_table() throws IOException {
        begin(ModelEdits.Before.MODEL);
        database.run("insert into people (email, name) values ('a', 'A')");
        assertThatThrownBy(() -> push(ModelEdits.AddRequiredColumn.MODEL, DROPS))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("add column country varchar(2) not null")
                .hasMessageContaining("@ColumnDefault")
                .message()
                .hasLineCount(2);
        assertThat(database.value("select count(*) from people")).isEqualTo("1");
        assertThat(push(ModelEdits.AddColumnWithDefault.MODEL, ModelEdits.UNDECIDED))
                .isOne();
    }

    @Test
    void values_that_a_new_type_does_not_hold_are_counted_and_stay() throws IOException {
        begin(List.of(ModelEdits.Rates.Precise.class));
        database.run("insert into precise (rate) values (1.25), (2.50), (3.33)");
        var rounded = List.<Class<?>>of(ModelEdits.Rates.Rounded.class);
        var renamed = List.of("precise:rounded");
        assertThatThrownBy(() -> push(rounded, new Decisions(renamed, false)))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("2 rows")
                .hasMessageContaining("--allow-drops");
        assertThat(database.column("select rate from precise order by 1")).containsExactly("1.25", "2.50", "3.33");
        push(rounded, new Decisions(renamed, true));
        assertThat(database.column("select rate from rounded order by 1")).containsExactly("1.3", "2.5", "3.3");
    }

    @Test
    void documents_are_compared_although_their_type_has_no_equality() throws IOException {
        begin(ModelEdits.DocumentAsText.MODEL);
        database.run("insert into documents (body) values ('{\"b\":1, \"a\":[2]}')");
        assertThat(push(ModelEdits.DocumentAsTree.MODEL, ModelEdits.UNDECIDED)).isOne();
        assertThat(database.column("select body from documents")).containsExactly("{\"a\": [2], \"b\": 1}");
    }

    /** In Tokyo each of them would become another instant, and the last one another day. */
    @Test
    void a_day_becomes_the_same_instant_and_day_in_every_zone() throws IOException {
        begin(ModelEdits.LocalTimes.MODEL);
        database.run("insert into meetings (day, start) values ('2026-03-01', '2026-03-01 20:00')");
        assertThat(pushFromTokyo(ModelEdits.Instants.MODEL)).isEqualTo(2);
        assertThat(database.column(
                        "select concat_ws(' ', day at time zone 'UTC', start at time zone 'UTC') from meetings"))
                .containsExactly("2026-03-01 00:00:00 2026-03-01 20:00:00");
        assertThat(pushFromTokyo(ModelEdits.LocalTimes.MODEL)).isEqualTo(2);
        assertThat(database.column("select concat_ws(' ', day, start) from meetings"))
                .containsExactly("2026-03-01 2026-03-01 20:00:00");
        assertThat(shown).noneMatch(line -> line.startsWith("-- loses"));
    }

    private int pushFromTokyo(List<Class<?>> model) {
        Supplier<Connection> tokyo = () -> {
            var connection = database.connect();
            try (var statement = connection.createStatement()) {
                statement.execute("set time zone 'Asia/Tokyo'");
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        return new Push(Environment.DEV, tokyo, this::scratch, this::changelog, model)
                .run(ModelEdits.UNDECIDED, () -> {}, shown::add);
    }

    @Test
    void a_table_of_somebody_else_is_left_alone_and_one_that_was_pushed_is_not() throws IOException {
        begin(ModelEdits.Before.MODEL);
        database.run("create table somebodys (id integer)");
        push(ModelEdits.NewTables.MODEL, ModelEdits.UNDECIDED);
        assertThatThrownBy(() -> push(ModelEdits.Before.MODEL, ModelEdits.UNDECIDED))
                .isInstanceOf(UndecidedDrops.class)
                .hasMessageContaining("the table labels, ")
                .hasMessageNotContaining("somebodys");
        push(ModelEdits.Before.MODEL, DROPS);
        assertThat(database.value("select to_regclass('labels')")).isNull();
        assertThat(database.value("select to_regclass('somebodys')")).isNotNull();
    }

    @Test
    void pending_change_sets_come_first() throws IOException {
        begin(ModelEdits.Before.MODEL);
        generate("more", ModelEdits.AddColumn.MODEL, ModelEdits.UNDECIDED);
        assertThatThrownBy(() -> push(ModelEdits.AddUnique.MODEL, ModelEdits.UNDECIDED))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("run ./db migrate:dev first");
    }

    @Test
    void a_change_set_that_has_changed_the_same_in_another_way_is_not_marked() throws IOException {
        begin(ModelEdits.Before.MODEL);
        push(ModelEdits.Widen.MODEL, ModelEdits.UNDECIDED);
        generate("shorten", ModelEdits.Shorten.MODEL, ModelEdits.UNDECIDED);
        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("0002-shorten.sql")
                .hasMessageContaining("./db reset:dev");
        assertThat(database.column("select id from databasechangelog")).containsExactly("0001-base");
    }

    @Test
    void a_colleagues_change_set_is_applied_beside_what_was_pushed() throws IOException {
        begin(ModelEdits.Before.MODEL);
        push(ModelEdits.AddColumn.MODEL, ModelEdits.UNDECIDED);
        generate("colleague", ModelEdits.Relax.MODEL, ModelEdits.UNDECIDED);
        migrate();
        assertThat(heard).containsExactly("applied db-changelog/changes/0002-colleague.sql");
        assertThat(database.value("select count(*) from acme_push")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(value = Environment.class, mode = EnumSource.Mode.EXCLUDE, names = "DEV")
    void only_dev_is_pushed_to(Environment environment) {
        assertThatThrownBy(() -> new Push(
                        environment, database::connect, this::scratch, () -> Changelog.of(environment), List.of()))
                .isInstanceOf(MigrationRefused.class);
    }

    @Test
    void whose_database_it_is_is_told_before_a_changelog_that_cannot_be_read() throws IOException {
        begin(ModelEdits.Before.MODEL);
        database.guard(Environment.TEST).mark();
        var unreadable = new Push(
                Environment.DEV,
                database::connect,
                this::scratch,
                WrittenChangelog.UNREADABLE,
                ModelEdits.Before.MODEL);
        assertThatThrownBy(() -> unreadable.run(DROPS, () -> {}, shown::add)).isInstanceOf(MigrationRefused.class);

        database.guard(Environment.DEV).mark();
        assertThatThrownBy(() -> unreadable.run(DROPS, () -> {}, shown::add)).hasMessage("unreadable");
    }

    private void begin(List<Class<?>> model) throws IOException {
        var base = GeneratedBase.of(model);
        base.writeTo(checkout);
        database = base.newDatabase();
    }

    private int push(Collection<Class<?>> model, Decisions decisions) {
        return new Push(Environment.DEV, database::connect, this::scratch, this::changelog, model)
                .run(decisions, () -> {}, shown::add);
    }

    private void generate(String name, Collection<Class<?>> model, Decisions decisions) {
        try (var scratch = scratch()) {
            assertThat(new Generation(scratch, checkout, model).write(name, decisions))
                    .isPresent();
        }
    }

    private void migrate() {
        new Migrations(Environment.DEV, database::connect, this::changelog, this::scratch)
                .apply(new MigrationListener() {
                    @Override
                    public void adopted(ChangeSetName changeSet) {
                        heard.add("adopted " + changeSet);
                    }

                    @Override
                    public void applied(ChangeSetName changeSet, Duration took) {
                        heard.add("applied " + changeSet);
                    }
                });
    }

    private ScratchServer scratch() {
        return ScratchServer.any(Settings.of(Map.of(ScratchServer.URL_VARIABLE, SERVER.url())), checkout);
    }

    private Changelog changelog() {
        return WrittenChangelog.below(checkout, Environment.DEV);
    }
}
