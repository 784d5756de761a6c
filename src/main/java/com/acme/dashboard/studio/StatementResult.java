package com.acme.dashboard.studio;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement brought.
 *
 * @param columns none where it has no rows to show; never more than {@link SqlLimits#COLUMNS}
 * @param columnCount how many columns there are in all
 * @param rows never more than {@link SqlLimits#ROWS}
 * @param more whether there are further rows, which were not kept
 * @param changed how many rows it changed; null where that is not what it does
 * @param took from the moment it was sent until its rows were read
 * @param notices what the server said beside, such as {@code NOTICE: …}
 * @param plan how it was, or would be, carried out; null where that was not asked for
 */
public record StatementResult(
        SqlText statement,
        List<ResultColumn> columns,
        int columnCount,
        List<ResultRow> rows,
        boolean more,
        @Nullable Long changed,
        Duration took,
        List<String> notices,
        @Nullable QueryPlan plan) {

    public StatementResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }
}
