package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Change sets whose result a push has brought already: they are marked as run. A scratch database tells what each file
 * makes, and the catalogs tell whether that is there.
 */
final class PushedChanges {

    private final Supplier<ScratchServer> scratch;
    private final Changelog changelog;

    PushedChanges(Supplier<ScratchServer> scratch, Changelog changelog) {
        this.scratch = scratch;
        this.changelog = changelog;
    }

    /**
     * Marks what is there. The caller holds the {@link MigrationLock}.
     *
     * @return what the changelog builds once the others are applied, too; empty where nothing is pending
     * @throws MigrationFailed if a file changes what a push has changed in another way; nothing is marked then
     */
    Optional<Catalog> mark(Connection live, MigrationListener listener) throws SQLException {
        var pending = changelog.missingFrom(Journal.read(live));
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        var there = new ArrayList<ChangeSetName>();
        Catalog built;
        try (var server = scratch.get();
                var database = server.create();
                var connection = database.connect()) {
            changelog.build(connection, name -> !pending.contains(name), new MigrationListener() {});
            built = Catalog.read(connection);
            var found = Catalog.read(live);
            for (var file : byFile(pending).entrySet()) {
                changelog.build(connection, file.getValue()::contains, new MigrationListener() {});
                var after = Catalog.read(connection);
                if (isThere(file.getKey(), built, after, found)) {
                    there.addAll(file.getValue());
                }
                built = after;
            }
        }
        changelog.mark(live, there::contains);
        there.forEach(listener::adopted);
        return Optional.of(built);
    }

    private static Map<String, List<ChangeSetName>> byFile(List<ChangeSetName> names) {
        Map<String, List<ChangeSetName>> files = new LinkedHashMap<>();
        names.forEach(name ->
                files.computeIfAbsent(name.file(), _ -> new ArrayList<>()).add(name));
        return files;
    }

    private static boolean isThere(String file, Catalog before, Catalog after, Catalog found) {
        var names = new TreeSet<>(Comparator.comparing(Name::toString));
        names.addAll(before.objects().keySet());
        names.addAll(after.objects().keySet());
        names.removeIf(name ->
                Objects.equals(before.objects().get(name), after.objects().get(name)));
        var done = names.stream().filter(name -> has(after, found, name)).toList();
        if (!names.isEmpty() && done.size() == names.size()) {
            return true;
        }
        if (names.stream().allMatch(name -> has(before, found, name))) {
            return false;
        }
        names.removeAll(done);
        throw new MigrationFailed(
                "%s and a push have changed the same in different ways: %s.\n./db reset:dev makes the database anew; nothing was changed."
                        .formatted(file, names.first()));
    }

    private static boolean has(Catalog wanted, Catalog found, Name name) {
        return Objects.equals(wanted.objects().get(name), found.objects().get(name));
    }
}
