package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogComparison;
import com.acme.dashboard.database.schema.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was changed by hand is found, named and put right, on the run's server and on PostgreSQL 15. */
class DriftTest {

    private static final Map<BuiltDatabase.Server, BuiltDatabase> BUILT = new EnumMap<>(BuiltDatabase.Server.class);

    @TempDir
    static Path root;

    private static BuiltDatabase on(BuiltDatabase.Server server) throws IOException, SQLException {
        if (!BUILT.containsKey(server)) {
            BUILT.put(server, BuiltDatabase.on(server, Files.createDirectory(root.resolve(server.name()))));
        }
        return BUILT.get(server);
    }

    @AfterAll
    static void drop() {
        BUILT.values().forEach(BuiltDatabase::close);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(BuiltDatabase.Server.values())
                .flatMap(server -> DriftKind.ALL.stream().map(kind -> Arguments.of(server, kind)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("kinds")
    void every_kind_is_found_and_named_and_its_fix_leaves_nothing(BuiltDatabase.Server server, DriftKind kind)
            throws IOException, SQLException {
        var built = on(server);
        if (!isPutRight(built, kind)) {
            var copy = built.copy();
            try (var connection = copy.connect()) {
                assertPutRight(built, connection, kind);
            } finally {
                built.drop(copy);
            }
        }
    }

    /** Faster than on a copy, but only where no statement wants to be outside of a transaction. */
    private static boolean isPutRight(BuiltDatabase built, DriftKind kind) throws SQLException {
        try (var connection = built.connect()) {
            connection.setAutoCommit(false);
            run(connection, kind.sql());
            var inside = compare(built, connection).stream()
                    .flatMap(difference -> difference.fix().stream())
                    .noneMatch(fix -> fix.contains(" concurrently "));
            connection.rollback();
            if (inside) {
                assertPutRight(built, connection, kind);
                connection.rollback();
            }
            return inside;
        }
    }

    private static void assertPutRight(BuiltDatabase built, Connection connection, DriftKind kind) throws SQLException {
        run(connection, kind.sql());
        var differences = compare(built, connection);
        assertThat(differences).extracting(Difference::object).isEqualTo(kind.found());
        assertThat(differences)
                .allSatisfy(difference ->
                        assertThat(difference.expected()).isNotBlank().isNotEqualTo(difference.found()));
        for (var difference : differences) {
            for (var fix : difference.fix()) {
                run(connection, fix);
            }
        }
        assertThat(compare(built, connection)).isEmpty();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @EnumSource(BuiltDatabase.Server.class)
    void a_clean_database_has_no_drift(BuiltDatabase.Server server) throws IOException, SQLException {
        var built = on(server);
        var live = built.copy();
        try (var scratch = built.scratchServer();
                var connection = live.connect()) {
            connection.setReadOnly(true);
            assertThat(Drift.of(connection, built.changelog(), scratch)).isEmpty();
        } finally {
            built.drop(live);
        }
    }

    @ParameterizedTest
    @EnumSource(BuiltDatabase.Server.class)
    void books_of_tools_and_rows_and_what_is_in_other_schemas_are_no_drift(BuiltDatabase.Server server)
            throws IOException, SQLException {
        var built = on(server);
        var live = built.copy();
        try {
            live.run("""
                    create table __drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
                    create schema drizzle;
                    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
                    create table drizzle.others (id integer);
                    create table acme_push (id bigint generated always as identity primary key);
                    create table databasechangeloglock (id integer primary key);
                    insert into todos (title) values ('One');
                    select nextval('tickets');
                    """);
            assertThat(compare(built, live)).isEmpty();
        } finally {
            built.drop(live);
        }
    }

    @ParameterizedTest
    @EnumSource(BuiltDatabase.Server.class)
    void what_a_dump_restores_is_no_drift_though_it_is_printed_differently(BuiltDatabase.Server server)
            throws IOException, SQLException {
        var built = on(server);
        var live = built.copy();
        try {
            live.run("""
                    do $$
                    declare c record;
                    begin
                        for c in select conrelid::regclass as on_table, conname, pg_get_constraintdef(oid) as definition
                                 from pg_constraint
                                 where contype = 'c' and connamespace = current_schema()::regnamespace and conrelid <> 0 loop
                            execute format('alter table %s drop constraint %I', c.on_table, c.conname);
                            execute format('alter table %s add constraint %I %s', c.on_table, c.conname, c.definition);
                        end loop;
                    end
                    $$""");
            assertThat(compare(built, live)).isEmpty();
        } finally {
            built.drop(live);
        }
    }

    @Test
    void a_column_that_was_renamed_keeps_its_rows() throws IOException, SQLException {
        var built = on(BuiltDatabase.Server.OF_THE_RUN);
        var live = built.copy();
        try {
            live.run(
                    "insert into notes (text, \"order\") values ('One', 7); alter table notes rename \"order\" to rank");
            compare(built, live).forEach(difference -> difference.fix().forEach(live::run));
            assertThat(live.value("select \"order\" from notes")).isEqualTo("7");
        } finally {
            built.drop(live);
        }
    }

    @Test
    void a_text_that_is_too_long_is_not_cut_off() throws IOException, SQLException {
        var built = on(BuiltDatabase.Server.OF_THE_RUN);
        var live = built.copy();
        try {
            live.run("alter table todos alter title type text; insert into todos (title) values (repeat('x', 256))");
            var fix = compare(built, live).getFirst().fix().getFirst();
            assertThatThrownBy(() -> live.run(fix)).hasStackTraceContaining("value too long");
        } finally {
            built.drop(live);
        }
    }

    @Test
    void drift_is_told_from_what_is_pending() throws SQLException {
        var database = new OwnDatabase();
        var changelog = Changelog.of(Environment.PROD);
        var first = changelog.missingFrom(List.of()).subList(0, 3);
        try (var connection = database.connect()) {
            changelog.build(connection, first::contains, new MigrationListener() {});
        }
        var settings = Settings.of(
                Map.of(Environment.TEST.urlVariable(), database.url(), ScratchServer.URL_VARIABLE, database.url()));
        try (var live = DatabaseServer.open(Environment.TEST, settings, root);
                var scratch = ScratchServer.like(live, settings, root);
                var connection = database.connect()) {
            assertThat(Drift.of(connection, changelog, scratch)).isEmpty();
            database.run("drop trigger invoices_raise_version on invoices");
            assertThat(Drift.of(connection, changelog, scratch))
                    .singleElement()
                    .satisfies(difference -> assertThat(difference.fix().getFirst())
                            .startsWith("CREATE TRIGGER invoices_raise_version BEFORE UPDATE ON public.invoices"));
        }
    }

    private static List<Difference> compare(BuiltDatabase built, OwnDatabase live) throws SQLException {
        try (var connection = live.connect()) {
            return compare(built, connection);
        }
    }

    private static List<Difference> compare(BuiltDatabase built, Connection live) throws SQLException {
        return CatalogComparison.of(built.catalog(), Catalog.read(live));
    }
}
