package com.acme.dashboard.studio.sql;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement brought. */
public sealed interface StatementResult {

    SqlText statement();

    /** What the server said beside, such as {@code NOTICE: …}. */
    List<String> notices();

    /**
     * Rows to show.
     *
     * @param columns never more than {@link SqlLimits#COLUMNS}
     * @param columnCount how many columns there are in all
     * @param rows never more than {@link SqlLimits#ROWS}
     * @param more whether there are further rows, which were not kept
     * @param took from the moment it was sent until its rows were read
     */
    record Rows(
            SqlText statement,
            List<ResultColumn> columns,
            int columnCount,
            List<ResultRow> rows,
            boolean more,
            Duration took,
            List<String> notices)
            implements StatementResult {

        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            notices = List.copyOf(notices);
        }
    }

    /**
     * It was carried out, and has no rows to show.
     *
     * @param changed how many rows it changed; null where that is not what it does
     * @param took from the moment it was sent until the server answered
     */
    record Done(SqlText statement, @Nullable Long changed, Duration took, List<String> notices)
            implements StatementResult {

        public Done {
            notices = List.copyOf(notices);
        }
    }

    /** How it was, or would be, carried out. */
    record Explained(SqlText statement, QueryPlan plan) implements StatementResult {

        @Override
        public List<String> notices() {
            return List.of();
        }
    }
}
