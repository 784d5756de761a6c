package com.acme.dashboard.studio.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.migration.MigrationListener;
import com.acme.dashboard.database.migration.Migrations;
import com.acme.dashboard.database.migration.OwnDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StudioMigrationsTest {

    private final OwnDatabase database = new OwnDatabase();
    private final Map<String, String> variables =
            new HashMap<>(Map.of("POSTGRES_URL", database.url(), "POSTGRES_SCRATCH_URL", database.url()));
    private final DatabaseServer server = DatabaseServer.open(Environment.PROD, Settings.of(variables), Path.of(""));

    @AfterEach
    void leave() {
        server.close();
    }

    @Test
    void an_empty_database_has_everything_pending_with_its_sql() {
        var state = studio().state();

        assertThat(state.environment()).isEqualTo("prod");
        assertThat(state.changeSets()).isNotEmpty().allMatch(ChangeSetEntry::isPending);
        assertThat(state.pending()).isEqualTo(state.changeSets().size());
        var first = state.changeSets().getFirst();
        assertThat(first.name()).isEqualTo("db-changelog/changes/0001-initial-schema.sql");
        assertThat(studio().sql(first)).hasValueSatisfying(sql -> {
            assertThat(sql.forward()).containsIgnoringCase("create table customers");
            assertThat(sql.back()).containsIgnoringCase("drop table");
            assertThat(sql.inTransaction()).isTrue();
        });
    }

    @Test
    void what_is_applied_is_told_with_when_and_by_what_and_its_checksum_the_last_first() {
        new Migrations(server).apply(new MigrationListener() {});

        var state = studio().state();

        assertThat(state.pending()).isZero();
        assertThat(state.changeSets().getLast().name()).isEqualTo("db-changelog/changes/0001-initial-schema.sql");
        assertThat(state.changeSets()).allSatisfy(changeSet -> {
            assertThat(changeSet.appliedAt()).isNotNull();
            assertThat(changeSet.run()).startsWith("checkout-");
            assertThat(changeSet.checksum()).startsWith("9:");
            assertThat(changeSet.adopted()).isFalse();
        });
    }

    @Test
    void a_change_set_of_another_version_is_listed_though_its_sql_is_not_known() {
        new Migrations(server).apply(new MigrationListener() {});
        database.run("""
                insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
                values ('9999-newer', 'else', 'db-changelog/changes/9999-newer.sql', now(), 9999, 'EXECUTED')""");

        var newer = studio().state().changeSets().getFirst();

        assertThat(newer.id()).isEqualTo("9999-newer");
        assertThat(studio().sql(newer)).isEmpty();
    }

    @Test
    void the_check_tells_what_was_changed_by_hand_and_how_to_put_it_right() {
        new Migrations(server).apply(new MigrationListener() {});
        database.run("alter table invoices drop column version cascade");

        assertThat(studio().check()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo("drift");
            assertThat(finding.object()).contains("invoices").contains("version");
            assertThat(finding.fix()).containsIgnoringCase("alter table").endsWith(";");
            assertThat(finding.explanation()).isNotEmpty();
        });
    }

    @Test
    void without_a_server_for_a_scratch_database_it_names_the_privilege_and_the_variable() {
        variables.put("POSTGRES_SCRATCH_URL", database.urlOf(database.newRole("nocreatedb")));

        assertThatThrownBy(() -> studio().check())
                .isInstanceOf(CheckImpossible.class)
                .hasMessageContaining("POSTGRES_SCRATCH_URL")
                .hasMessageContaining("CREATEDB")
                .hasMessageNotContaining("of a test");
    }

    private StudioMigrations studio() {
        return new StudioMigrations(server, Settings.of(variables));
    }
}
