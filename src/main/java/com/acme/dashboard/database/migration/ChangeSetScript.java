package com.acme.dashboard.database.migration;

import java.util.List;

/**
 * What a change set does.
 *
 * @param comment what its author wrote about it; may be empty
 * @param forward its statements, without semicolons at their ends
 * @param back its way back, likewise; none where it has none
 * @param inTransaction whether all of them are one transaction
 */
public record ChangeSetScript(String comment, List<String> forward, List<String> back, boolean inTransaction) {

    public ChangeSetScript {
        forward = List.copyOf(forward);
        back = List.copyOf(back);
    }
}
