package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.generate.ChangePlan;
import com.acme.dashboard.database.model.CatalogModel;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.util.FileSystemUtils;

/** Tries a change file out in copies of the changelog's files, so that nobody sees one that does not hold. */
final class ChangeProof implements AutoCloseable {

    private final Path copies;
    private final ChangelogDirectory draft;

    private ChangeProof(Path copies, ChangelogDirectory draft) {
        this.copies = copies;
        this.draft = draft;
    }

    static ChangeProof of(ChangelogDirectory directory, String id, String text) throws IOException {
        var copies = Files.createTempDirectory("acme-generate-");
        try {
            var draft = directory.copyTo(copies);
            draft.add(id, text);
            return new ChangeProof(copies, draft);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(copies);
            throw e;
        }
    }

    /**
     * Runs it forward, back and forward on the scratch database of the comparison.
     *
     * @throws GenerationFailed if it does not run, or leads elsewhere
     */
    void run(ChangePlan plan, ModelComparison comparison) throws IOException, SQLException {
        try {
            var changelog = Changelog.read(Environment.PROD, draft.files());
            var connection = comparison.connection();
            var added = changelog.missingFrom(Journal.read(connection));
            changelog.build(connection, added::contains, new MigrationListener() {});
            var after = Catalog.read(connection);
            if (!CatalogModel.of(after, plan.managed())
                    .equals(comparison.target().wanted())) {
                throw new GenerationFailed(
                        "Nothing was written: the statements found do not lead to what the code describes.\nWrite them by hand.");
            }
            for (var name : added.reversed()) {
                undo(connection, changelog.undo(name));
            }
            requireSame("rolling the changes back", comparison.built().catalog(), Catalog.read(connection));
            changelog.build(connection, added::contains, new MigrationListener() {});
            requireSame("applying them again", after, Catalog.read(connection));
        } catch (MigrationFailed e) {
            throw new GenerationFailed("Nothing was written, because it does not run: " + e.getMessage(), e);
        }
    }

    /** Why the rows of an environment do not go into a new database any more, a line each. */
    List<String> brokenData(ScratchServer server) throws IOException, SQLException {
        var broken = new ArrayList<String>();
        for (var environment : List.of(Environment.DEV, Environment.TEST)) {
            try (var database = server.create();
                    var connection = database.connect()) {
                Changelog.read(environment, draft.files()).build(connection, _ -> true, new MigrationListener() {});
            } catch (MigrationFailed e) {
                broken.add(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        return broken;
    }

    private static void undo(Connection connection, Undo step) throws SQLException {
        connection.setAutoCommit(!step.inTransaction());
        try (var statement = connection.createStatement()) {
            for (var sql : step.statements()) {
                statement.execute(sql);
            }
            statement.execute(Rollback.forget(step.name()));
        }
        connection.setAutoCommit(true);
    }

    private static void requireSame(String how, Catalog expected, Catalog found) {
        var names = new TreeSet<>(Comparator.comparing(Name::toString));
        names.addAll(expected.objects().keySet());
        names.addAll(found.objects().keySet());
        for (var name : names) {
            if (!Objects.equals(expected.objects().get(name), found.objects().get(name))) {
                throw new GenerationFailed(
                        "Nothing was written: %s leaves another %s.\nWrite the change by hand.".formatted(how, name));
            }
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(copies);
    }
}
