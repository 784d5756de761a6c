package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.sql.Removal;
import java.util.List;

/**
 * How one change set is undone.
 *
 * @param statements its way back; none where there is nothing to undo but its entry in the journal
 * @param losses the data that goes with it
 * @param inTransaction whether they and the entry in the journal are one transaction
 */
public record Undo(ChangeSetName name, List<String> statements, List<DataLoss> losses, boolean inTransaction) {

    /** The statements of which nobody can tell what data go with them. */
    public List<String> uncountable() {
        return Removal.uncountable(String.join(";\n", statements));
    }
}
