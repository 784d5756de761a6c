package com.acme.dashboard.studio.sql;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL carries a statement out.
 *
 * @param measured whether it was carried out for this; otherwise everything is an estimate
 * @param undone whether what it changed for this was undone
 * @param planning how long the planning took; null where that was not measured
 * @param execution how long it took in all; null where it was not carried out
 * @param root what is done last
 */
public record QueryPlan(
        boolean measured,
        boolean undone,
        @Nullable Duration planning,
        @Nullable Duration execution,
        PlanNode root) {

    /**
     * A step of it.
     *
     * @param title such as {@code Index Scan using invoices_pkey on public.invoices}
     * @param details such as {@code Filter: (amount > 100)}, one a line
     * @param plannedRows how many rows were expected, each time
     * @param actualRows how many there were, each time; null where it was not carried out
     * @param loops how many times it was done
     * @param own how long it took without its parts; null where that was not measured
     * @param percent its own share of the time, or of the cost where no time was measured, from 0 to 100
     * @param blocks the pages of 8 kB that it and its parts found in memory, read and wrote temporarily
     * @param slowest whether no other step took more time, or costs more
     * @param misestimate how many times more, or fewer, rows there were than expected; 0 where the estimate served
     */
    public record PlanNode(
            String title,
            List<String> details,
            long plannedRows,
            @Nullable Long actualRows,
            long loops,
            @Nullable Duration own,
            int percent,
            Blocks blocks,
            boolean slowest,
            long misestimate,
            List<PlanNode> parts) {

        public PlanNode {
            details = List.copyOf(details);
            parts = List.copyOf(parts);
        }
    }

    /** Pages of 8 kB. */
    public record Blocks(long hit, long read, long temporary) {}
}
