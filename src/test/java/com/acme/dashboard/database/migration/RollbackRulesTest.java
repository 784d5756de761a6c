package com.acme.dashboard.database.migration;

import static com.acme.dashboard.database.migration.WrittenChangelog.journal;
import static com.acme.dashboard.database.migration.WrittenChangelog.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.migration.Rollback.Extent;
import com.acme.dashboard.database.migration.Rollback.Extent.After;
import com.acme.dashboard.database.migration.Rollback.Extent.Last;
import com.acme.dashboard.database.migration.Rollback.Plan;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is undone and what is refused, given a journal and the data that would go: without a database. */
class RollbackRulesTest {

    private static final String NOTES = "changes/0001-notes.sql";
    private static final String BODY = "changes/0002-body.sql";
    private static final String INDEX = "changes/0003-index.sql";

    private static final RollbackRules.Losses NONE = _ -> List.of();

    @TempDir
    Path root;

    private Changelog changelog;
    private List<Journal.Entry> journal;

    @BeforeEach
    void three_that_ran() {
        changelog = new WrittenChangelog(root)
                .add(NOTES, "", "create table notes (id integer);", "drop table notes;")
                .add(BODY, "", "alter table notes add column body text;", "alter table notes drop column body;")
                .add(INDEX, "runInTransaction:false", "create index i on notes (id);", "drop index i;")
                .read(Environment.DEV);
        journal = journal(changelog, NOTES, BODY, INDEX);
    }

    @Test
    void the_last_ones_are_undone_the_last_first() throws SQLException {
        assertThat(plan(Environment.DEV, new Last(2)))
                .isEqualTo(new Plan(
                        List.of(
                                new Undo(name(INDEX), List.of("drop index i"), List.of(), false),
                                new Undo(name(BODY), List.of("alter table notes drop column body"), List.of(), true)),
                        Optional.empty()));
    }

    @Test
    void of_fewer_than_are_asked_for_all_are_undone() throws SQLException {
        assertThat(undone(Environment.DEV, new Last(3))).containsExactly(name(INDEX), name(BODY), name(NOTES));
        assertThat(undone(Environment.DEV, new Last(99))).containsExactly(name(INDEX), name(BODY), name(NOTES));
        journal = List.of();
        assertThat(undone(Environment.PROD, new Last(1))).isEmpty();
    }

    @Test
    void what_came_after_the_end_of_a_run_is_undone() throws SQLException {
        tag("first", null, "last");

        assertThat(undone(Environment.DEV, new After("first"))).containsExactly(name(INDEX), name(BODY));
        assertThat(undone(Environment.DEV, new After("last"))).isEmpty();
        tag("again", "again", null);
        assertThat(undone(Environment.DEV, new After("again"))).containsExactly(name(INDEX));
    }

    @Test
    void a_tag_that_no_run_has_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> plan(Environment.DEV, new After("nothing")))
                .isInstanceOf(MigrationFailed.class)
                .hasMessage("No run has the tag \"nothing\"; the last ones are none.");
        var many = new ArrayList<Journal.Entry>();
        for (var run = 1; run <= 7; run++) {
            many.add(tagged(journal.getFirst(), "run " + run));
            many.add(tagged(journal.getLast(), "run " + run));
        }
        journal = many;
        assertThatThrownBy(() -> plan(Environment.DEV, new After("nothing")))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageEndingWith("the last ones are run 7, run 6, run 5, run 4, run 3.");
    }

    @Test
    void what_was_adopted_is_never_undone_nor_anything_below_it() throws SQLException {
        adopt(1);

        assertThat(plan(Environment.DEV, new Last(1)).end()).isEmpty();
        var plan = plan(Environment.DEV, new Last(99));
        assertThat(plan.steps()).extracting(Undo::name).containsExactly(name(INDEX));
        assertThat(plan.end()).contains(name(BODY));
    }

    @Test
    void in_production_the_first_change_set_stays() throws SQLException {
        assertThat(undone(Environment.PROD, new Last(2))).containsExactly(name(INDEX), name(BODY));
        assertThatThrownBy(() -> plan(Environment.PROD, new Last(3)))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("the first change set is never undone");
        adopt(1);
        assertThatThrownBy(() -> plan(Environment.PROD, new Last(99)))
                .as("though it would not come to it")
                .isInstanceOf(MigrationRefused.class);
    }

    @ParameterizedTest
    @EnumSource(names = "PROD", mode = Mode.EXCLUDE)
    void elsewhere_what_would_be_lost_is_told(Environment environment) throws SQLException {
        var losses = List.of(new DataLoss("notes", "body", 2), new DataLoss("notes", null, 3));

        assertThat(plan(environment, new Last(3), statements -> holds(statements, "column body") ? losses : List.of())
                        .steps())
                .extracting(Undo::losses)
                .containsExactly(List.of(), losses, List.of());
    }

    @Test
    void in_production_nothing_goes_that_holds_data() throws SQLException {
        RollbackRules.Losses losses = statements -> holds(statements, "column body")
                ? List.of(new DataLoss("notes", "body", 1), new DataLoss("notes", null, 3))
                : List.of();

        assertThat(plan(Environment.PROD, new Last(1), losses).steps()).hasSize(1);
        assertThatThrownBy(() -> plan(Environment.PROD, new Last(2), losses))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageEndingWith("0002-body.sql would lose column notes.body: 1 row.");
    }

    @Test
    void in_production_nothing_goes_that_cannot_be_counted() throws SQLException {
        var types = "changes/0004-types.sql";
        changelog = new WrittenChangelog(root)
                .add(NOTES, "", "create table notes (id integer);", "drop table notes;")
                .add(types, "", "create type mood as enum ('good');", "drop type mood cascade;")
                .read(Environment.PROD);
        journal = journal(changelog, NOTES, types);

        assertThatThrownBy(() -> plan(Environment.PROD, new Last(1)))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageEndingWith(
                        "0004-types.sql would run \"drop type mood cascade\", and what goes along cannot be counted.");
        assertThat(plan(Environment.DEV, new Last(1)).steps())
                .flatExtracting(Undo::uncountable)
                .containsExactly("drop type mood cascade");
    }

    @Test
    void what_was_edited_since_it_ran_is_not_undone() throws SQLException {
        var edited = new ArrayList<>(journal);
        edited.set(1, WrittenChangelog.entry(name(BODY), journal.getFirst().checksum()));
        journal = edited;

        assertThat(undone(Environment.DEV, new Last(1))).containsExactly(name(INDEX));
        assertThatThrownBy(() -> plan(Environment.DEV, new Last(2)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("Edited after it ran: db-changelog/changes/0002-body.sql.");
    }

    private Plan plan(Environment environment, Extent extent) throws SQLException {
        return plan(environment, extent, NONE);
    }

    private Plan plan(Environment environment, Extent extent, RollbackRules.Losses losses) throws SQLException {
        return new RollbackRules(environment, changelog).plan(journal, extent, losses);
    }

    private List<ChangeSetName> undone(Environment environment, Extent extent) throws SQLException {
        return plan(environment, extent).steps().stream().map(Undo::name).toList();
    }

    private static boolean holds(List<String> statements, String words) {
        return statements.stream().anyMatch(statement -> statement.contains(words));
    }

    private void adopt(int index) {
        var entries = new ArrayList<>(journal);
        entries.set(
                index,
                new Journal.Entry(journal.get(index).name(), journal.get(index).at(), true, null, null, null));
        journal = entries;
    }

    private void tag(@Nullable String... tags) {
        var entries = new ArrayList<Journal.Entry>();
        for (var index = 0; index < tags.length; index++) {
            entries.add(tagged(journal.get(index), tags[index]));
        }
        journal = entries;
    }

    private static Journal.Entry tagged(Journal.Entry entry, @Nullable String tag) {
        return new Journal.Entry(entry.name(), entry.at(), entry.adopted(), entry.checksum(), entry.fingerprint(), tag);
    }
}
