package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.migration.Rollback.Extent;
import com.acme.dashboard.database.migration.Rollback.Plan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides which change sets of a journal are undone, and refuses what must not be. Contacts no database by itself. */
final class RollbackRules {

    private static final int TAGS_SHOWN = 5;

    private final Environment environment;
    private final Changelog changelog;

    RollbackRules(Environment environment, Changelog changelog) {
        this.environment = environment;
        this.changelog = changelog;
    }

    /** Tells what statements would take away of what is there now. */
    interface Losses {
        List<DataLoss> of(List<String> statements) throws SQLException;
    }

    /**
     * What is to be done, the last change set of the journal first.
     *
     * @throws MigrationRefused if it is production and would lose data or its first change set
     * @throws MigrationFailed if a change set has no way back, was edited since, or there is no such tag
     */
    Plan plan(List<Journal.Entry> journal, Extent extent, Losses losses) throws SQLException {
        int wanted = switch (extent) {
            case Extent.Last(int count) -> count;
            case Extent.After(String tag) -> after(journal, tag);
        };
        var asked = journal.reversed().subList(0, Math.min(wanted, journal.size()));
        refuseFirst(asked);
        var edited = changelog.editedSince(journal);
        var steps = new ArrayList<Undo>();
        for (var entry : asked) {
            if (entry.adopted()) {
                return new Plan(List.copyOf(steps), Optional.of(entry.name()));
            }
            if (edited.contains(entry.name())) {
                throw new MigrationFailed(
                        "Edited after it ran: %s. Put it back as it was; its way back may be another one now.\nOnly where that never worked: correct it, and add the line --validCheckSum: ANY below --changeset."
                                .formatted(entry.name()));
            }
            steps.add(undoOf(entry.name(), losses));
        }
        return new Plan(List.copyOf(steps), Optional.empty());
    }

    private static int after(List<Journal.Entry> journal, String tag) {
        for (int i = journal.size() - 1; i >= 0; i--) {
            if (tag.equals(journal.get(i).tag())) {
                return journal.size() - 1 - i;
            }
        }
        var last = journal.reversed().stream()
                .map(Journal.Entry::tag)
                .filter(Objects::nonNull)
                .distinct()
                .limit(TAGS_SHOWN)
                .toList();
        throw new MigrationFailed("No run has the tag \"%s\"; the last ones are %s."
                .formatted(tag, last.isEmpty() ? "none" : String.join(", ", last)));
    }

    private void refuseFirst(List<Journal.Entry> asked) {
        if (environment == Environment.PROD
                && asked.stream().anyMatch(entry -> entry.name().equals(changelog.first()))) {
            throw new MigrationRefused("In production the first change set is never undone; nothing was changed.\n"
                    + "Ask for fewer: ./db status:prod lists them.");
        }
    }

    private Undo undoOf(ChangeSetName name, Losses losses) throws SQLException {
        var undo = changelog.undo(name);
        var uncountable = undo.uncountable();
        if (environment == Environment.PROD && !uncountable.isEmpty()) {
            throw new MigrationRefused(
                    "In production nothing is undone that may hold data; nothing was changed.\n%s would run \"%s\", and what goes along cannot be counted."
                            .formatted(name, uncountable.getFirst()));
        }
        var lost = losses.of(undo.statements());
        if (environment == Environment.PROD && !lost.isEmpty()) {
            throw new MigrationRefused(
                    "In production nothing is undone that holds data; nothing was changed.\n%s would lose %s."
                            .formatted(name, lost.getFirst()));
        }
        return new Undo(name, undo.statements(), lost, undo.inTransaction());
    }
}
