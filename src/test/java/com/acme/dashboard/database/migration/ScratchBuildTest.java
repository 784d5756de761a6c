package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.schema.Catalog;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The changelog builds in a scratch database what it builds in the database that this is compared with. */
class ScratchBuildTest {

    private final OwnDatabase database = new OwnDatabase();

    @Test
    void before_anything_is_built_it_holds_nothing() throws SQLException {
        try (var server = database.scratchServer();
                var scratch = server.create();
                var connection = scratch.connect()) {
            assertThat(SchemaContents.isEmpty(connection)).isTrue();
        }
    }

    @Test
    void an_extension_lives_in_the_same_schema_as_in_the_database_compared_with() throws SQLException {
        database.run("create schema extensions; create extension pg_trgm schema extensions");
        database.migrate(Environment.TEST);
        try (var server = database.scratchServer();
                var scratch = server.create();
                var connection = scratch.connect();
                var live = database.connect()) {
            Changelog.of(Environment.TEST).build(connection, _ -> true, new MigrationListener() {});
            assertThat(Catalog.read(connection)).hasToString(Catalog.read(live).toString());
        }
    }

    @Test
    void exactly_the_change_sets_that_are_asked_for_are_built_without_a_marker() throws SQLException {
        try (var server = database.scratchServer();
                var scratch = server.create();
                var connection = scratch.connect()) {
            var changelog = Changelog.of(Environment.PROD);
            var wanted = changelog.missingFrom(List.of()).subList(0, 2);
            changelog.build(connection, wanted::contains, new MigrationListener() {});
            assertThat(Journal.read(connection)).extracting(Journal.Entry::name).isEqualTo(wanted);
            assertThat(EnvironmentMarker.read(connection)).isEmpty();
        }
    }
}
