package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;

/** Writes into Liquibase's journal that change sets ran whose result is there already. */
final class JournalMarks {

    private JournalMarks() {}

    static void write(Connection connection, ResourceAccessor root, List<ChangeSet> changeSets) throws SQLException {
        connection.setAutoCommit(false);
        try {
            LiquibaseCalls.quietly(root, () -> {
                var database = LiquibaseCalls.connect(new JdbcConnection(connection));
                try {
                    var history = LiquibaseCalls.history(database);
                    history.init();
                    for (var changeSet : changeSets) {
                        history.setExecType(changeSet, ChangeSet.ExecType.EXECUTED);
                    }
                } finally {
                    LiquibaseCalls.forget(database);
                }
                return true;
            });
        } catch (LiquibaseException e) {
            throw new MigrationFailed("The journal cannot be written: " + FailureMessage.of(e), e);
        }
        for (var changeSet : changeSets) {
            Journal.stamp(
                    connection, Changelog.nameOf(changeSet), null, ChangeSetSource.fingerprintOf(changeSet, root));
        }
        connection.commit();
    }
}
