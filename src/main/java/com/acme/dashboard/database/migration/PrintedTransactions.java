package com.acme.dashboard.database.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/**
 * Writes where the transaction of each printed change set begins and ends, its entry in the journal included: Liquibase
 * prints neither, and whoever ran the SQL would keep half of a change set that fails.
 */
final class PrintedTransactions extends AbstractChangeExecListener {

    private final Writer sql;
    private boolean open;

    PrintedTransactions(Writer sql) {
        this.sql = sql;
    }

    @Override
    public void willRun(
            ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.RunStatus status) {
        end();
        if (changeSet.isRunInTransaction()) {
            write("begin;\n");
            open = true;
        }
    }

    /** After the last change set. Liquibase writes the entry in the journal when it has told that the change set ran. */
    void end() {
        if (open) {
            write("commit;\n\n");
            open = false;
        }
    }

    private void write(String text) {
        try {
            sql.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
