package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.DatabaseUnavailable;
import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.migration.Finding.Kind;
import com.acme.dashboard.database.model.InvalidMapping;
import com.acme.dashboard.database.schema.Catalog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks for everything that is not as it should be with a database, the changelog and the mapped aggregates. Reads only. */
public final class Check {

    private static final String DRIFT = "The database was changed by hand, or by another program."
            + " Write a change set that makes the change everywhere, or run the fix, which takes it back.";

    private static final String MODEL = "The mapped classes are the schema's source: ./db generate NAME writes the"
            + " change set that is due, or a class is to be changed back.";

    private final DatabaseServer server;
    private final Settings settings;
    private final Path workingDirectory;
    private final Supplier<Changelog> changelogs;
    private final BiFunction<ScratchServer, Changelog, Generation.Differences> modelDifferences;

    /** Of that server's database; what is in the directory and the settings says where scratch databases are made. */
    public Check(DatabaseServer server, Settings settings, Path workingDirectory) {
        this(server, settings, workingDirectory, () -> Changelog.of(server.environment()), Generation::differences);
    }

    Check(
            DatabaseServer server,
            Settings settings,
            Path workingDirectory,
            Supplier<Changelog> changelogs,
            BiFunction<ScratchServer, Changelog, Generation.Differences> modelDifferences) {
        this.server = server;
        this.settings = settings;
        this.workingDirectory = workingDirectory;
        this.changelogs = changelogs;
        this.modelDifferences = modelDifferences;
    }

    /**
     * What was found.
     *
     * @throws MigrationRefused if the database carries another environment
     * @throws DatabaseUnavailable if the database or a server for a scratch database cannot be used
     */
    public List<Finding> run() {
        var standing = new EnvironmentGuard(server).standing();
        Changelog changelog;
        try {
            changelog = changelogs.get();
        } catch (MigrationFailed unreadable) {
            return List.of(new Finding(
                    Kind.CHANGELOG,
                    "db-changelog",
                    "a changelog that can be read",
                    String.valueOf(unreadable.getMessage()),
                    List.of(),
                    "Nothing else can be checked before this is put right."));
        }
        return run(standing, changelog);
    }

    private List<Finding> run(EnvironmentGuard.Standing standing, Changelog changelog) {
        var findings = new ArrayList<Finding>();
        try (var live = server.connect()) {
            Snapshot.begin(live);
            var journal = Journal.read(live);
            if (standing == EnvironmentGuard.Standing.UNMARKED) {
                findings.add(new Finding(
                        Kind.UNMARKED,
                        "database " + server.migrationUrl().database(),
                        "the environment " + server.environment().id(),
                        "no environment",
                        List.of(),
                        "./db migrate:%s takes it over after showing what it is and asking."
                                .formatted(server.environment().id())));
            }
            findings.addAll(ChangelogFindings.of(changelog, journal));
            try (var scratch = ScratchServer.like(server, settings, workingDirectory)) {
                var model = new ArrayList<Finding>();
                var built = model(changelog, scratch, model);
                if (!journal.isEmpty()) {
                    var expected = built.filter(_ -> changelog.hasBuilt(journal));
                    findings.addAll(drift(live, changelog, expected, scratch));
                }
                findings.addAll(model);
            }
            live.rollback();
        } catch (SQLException e) {
            throw MigrationFailed.unexpected(e);
        }
        return findings;
    }

    /** Without what the change sets have built that ran, that is built. */
    private static List<Finding> drift(
            Connection live, Changelog changelog, Optional<Catalog> built, ScratchServer scratch) throws SQLException {
        try {
            var differences = built.isPresent() ? Drift.of(live, built.get()) : Drift.of(live, changelog, scratch);
            var findings = new ArrayList<Finding>();
            for (var difference : differences) {
                findings.add(new Finding(
                        Kind.DRIFT,
                        difference.object(),
                        difference.expected(),
                        difference.found(),
                        withLosses(live, difference.fix()),
                        DRIFT));
            }
            return findings;
        } catch (MigrationFailed unbuildable) {
            return List.of(unbuildable(unbuildable, "Drift cannot be looked for before this is put right."));
        }
    }

    /** Somebody who was in a hurry has put values there by now. */
    private static List<String> withLosses(Connection live, List<String> fix) throws SQLException {
        var statements = new ArrayList<String>();
        for (var statement : fix) {
            statements.add(losses(live, statement) + statement);
        }
        return statements;
    }

    private static String losses(Connection live, String statement) throws SQLException {
        var before = live.setSavepoint();
        try {
            return DataLoss.of(live, statement).stream()
                    .map(loss -> "-- loses " + loss + "\n")
                    .collect(Collectors.joining());
        } catch (SQLException uncountable) {
            live.rollback(before);
            return "-- loses what cannot be counted: %s\n"
                    .formatted(FailureMessage.of(uncountable).replace("\n", " "));
        }
    }

    /** Adds what is found, and tells what all change sets have built, where they could be compared with the classes. */
    private Optional<Catalog> model(Changelog changelog, ScratchServer scratch, List<Finding> findings) {
        try {
            var differences = modelDifferences.apply(scratch, changelog);
            differences.statements().forEach(statement -> findings.add(model("not built: " + statement, MODEL)));
            return Optional.of(differences.built());
        } catch (InvalidMapping invalid) {
            findings.add(model(String.valueOf(invalid.getMessage()), "A mapped class does not describe a table."));
        } catch (MigrationFailed unbuildable) {
            findings.add(unbuildable(unbuildable, "./db migrate would fail there, too."));
        }
        return Optional.empty();
    }

    private static Finding model(String found, String explanation) {
        return new Finding(Kind.MODEL, "mapped classes", "built by the changelog", found, List.of(), explanation);
    }

    private static Finding unbuildable(MigrationFailed failed, String explanation) {
        return new Finding(
                Kind.CHANGELOG,
                "db-changelog",
                "change sets that build a new database",
                String.valueOf(failed.getMessage()),
                List.of(),
                explanation);
    }
}
