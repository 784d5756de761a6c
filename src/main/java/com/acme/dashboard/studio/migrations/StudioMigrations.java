package com.acme.dashboard.studio.migrations;

import com.acme.dashboard.common.StartFailure;
import com.acme.dashboard.database.CommandNames;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.migration.AppliedChangeSet;
import com.acme.dashboard.database.migration.ChangeSetName;
import com.acme.dashboard.database.migration.Check;
import com.acme.dashboard.database.migration.Finding;
import com.acme.dashboard.database.migration.Migrations;
import com.acme.dashboard.studio.StudioPermission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What is applied, what is pending, and what is not as it should be. Changes nothing: migrating is left to the command line. */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class StudioMigrations {

    private final DatabaseServer server;
    private final Settings settings;
    private final Semaphore turn = new Semaphore(1);

    StudioMigrations(DatabaseServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * How far the database has come, compared with this program's changelog.
     *
     * @throws org.springframework.dao.DataAccessException where the database does not answer, or the changelog cannot be read
     */
    public MigrationState state() {
        var url = server.migrationUrl();
        try {
            var migrations = new Migrations(server);
            var changeSets = new ArrayList<ChangeSetEntry>();
            migrations.pending().forEach(name -> changeSets.add(entry(name)));
            migrations.applied().reversed().forEach(applied -> changeSets.add(entry(applied)));
            var environment = server.environment().id();
            return new MigrationState(
                    environment,
                    url.address(),
                    url.database(),
                    CommandNames.forHere("./db migrate:" + environment),
                    changeSets);
        } catch (StartFailure failure) {
            throw new DataAccessResourceFailureException(String.valueOf(failure.getMessage()), failure);
        }
    }

    /**
     * The SQL of a change set; empty where this program's changelog does not have it.
     *
     * @throws org.springframework.dao.DataAccessException where the changelog cannot be read
     */
    public Optional<ChangeSetSql> sql(ChangeSetEntry changeSet) {
        try {
            return new Migrations(server)
                    .script(new ChangeSetName(changeSet.file(), changeSet.author(), changeSet.id()))
                    .map(script -> new ChangeSetSql(
                            script.comment(), sql(script.forward()), sql(script.back()), script.inTransaction()));
        } catch (StartFailure failure) {
            throw new DataAccessResourceFailureException(String.valueOf(failure.getMessage()), failure);
        }
    }

    /**
     * Does what {@code ./db check} does; takes seconds, because it builds the schema anew in a scratch database, which it
     * drops again.
     *
     * @throws CheckRunning if somebody else does it at this moment
     * @throws CheckImpossible if the database or a server for the scratch database cannot be used
     */
    public List<CheckFinding> check() {
        if (!turn.tryAcquire()) {
            throw new CheckRunning();
        }
        try {
            return new Check(server, settings, Path.of("").toAbsolutePath())
                    .run().stream().map(StudioMigrations::finding).toList();
        } catch (StartFailure failure) {
            throw new CheckImpossible(CommandNames.forHere(String.valueOf(failure.getMessage())), failure);
        } finally {
            turn.release();
        }
    }

    private static ChangeSetEntry entry(ChangeSetName name) {
        return new ChangeSetEntry(name.file(), name.author(), name.id(), name.toString(), null, null, null, false);
    }

    private static ChangeSetEntry entry(AppliedChangeSet applied) {
        var name = applied.name();
        return new ChangeSetEntry(
                name.file(),
                name.author(),
                name.id(),
                name.toString(),
                applied.at(),
                applied.run(),
                applied.checksum(),
                applied.adopted());
    }

    private static CheckFinding finding(Finding finding) {
        return new CheckFinding(
                finding.kind().id(),
                finding.object(),
                CommandNames.forHere(finding.expected()),
                CommandNames.forHere(finding.found()),
                CommandNames.forHere(sql(finding.fix())),
                CommandNames.forHere(finding.explanation()));
    }

    private static String sql(List<String> statements) {
        return statements.stream().map(statement -> statement + ";").collect(Collectors.joining("\n\n"));
    }
}
