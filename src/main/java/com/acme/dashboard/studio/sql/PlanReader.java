package com.acme.dashboard.studio.sql;

import com.acme.dashboard.studio.sql.QueryPlan.Blocks;
import com.acme.dashboard.studio.sql.QueryPlan.PlanNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@code EXPLAIN (FORMAT JSON)} says, with or without ANALYZE and BUFFERS. */
final class PlanReader {

    /** An estimate that is wrong by less than this serves. */
    private static final int MISESTIMATE = 10;

    /** Of fewer rows than this an estimate may be wrong by any factor. */
    private static final int FEW_ROWS = 100;

    private static final List<String> DETAILS = List.of(
            "Index Cond",
            "Recheck Cond",
            "TID Cond",
            "Hash Cond",
            "Merge Cond",
            "Join Filter",
            "Filter",
            "Rows Removed by Filter",
            "Rows Removed by Join Filter",
            "Rows Removed by Index Recheck",
            "Heap Fetches",
            "Sort Key",
            "Sort Method",
            "Group Key",
            "Function Call",
            "Workers Launched",
            "Subplan Name");

    private final UnaryOperator<String> mask;
    private final boolean measured;

    /** What each node takes by itself: nanoseconds, or thousandths of the planner's unit of cost. */
    private final IdentityHashMap<JsonNode, Long> own = new IdentityHashMap<>();

    private final long slowest;
    private final long total;

    private PlanReader(JsonNode root, UnaryOperator<String> mask) {
        this.mask = mask;
        measured = root.has("Actual Loops");
        measure(root, 1);
        slowest = own.values().stream().mapToLong(Long::longValue).max().orElse(0);
        total = Math.max(1, own.values().stream().mapToLong(Long::longValue).sum());
    }

    /**
     * The plan.
     *
     * @param explained the object that stands for the statement
     * @param undone whether what it changed was undone
     * @param mask what every text of it goes through
     */
    static QueryPlan read(JsonNode explained, boolean undone, UnaryOperator<String> mask) {
        var root = explained.path("Plan");
        var reader = new PlanReader(root, mask);
        return new QueryPlan(
                reader.measured,
                undone,
                time(explained, "Planning Time"),
                time(explained, "Execution Time"),
                reader.node(root));
    }

    private PlanNode node(JsonNode node) {
        var mine = own.getOrDefault(node, 0L);
        var actual = node.has("Actual Rows")
                ? Long.valueOf(Math.round(node.path("Actual Rows").asDouble()))
                : null;
        var planned = node.path("Plan Rows").asLong(0);
        return new PlanNode(
                mask.apply(title(node)),
                details(node),
                planned,
                actual,
                node.path("Actual Loops").asLong(1),
                measured ? Duration.ofNanos(mine) : null,
                (int) (100 * mine / total),
                new Blocks(
                        node.path("Shared Hit Blocks").asLong(0),
                        node.path("Shared Read Blocks").asLong(0),
                        node.path("Temp Written Blocks").asLong(0)),
                mine == slowest && mine > 0,
                actual == null ? 0 : misestimate(planned, actual),
                node.path("Plans").valueStream().map(this::node).toList());
    }

    /**
     * What a node takes with its parts, and notes what it takes without them.
     *
     * @param processes how many share the work: times and costs are each one's
     */
    private long measure(JsonNode node, long processes) {
        var inside = node.path("Node Type").asString("").startsWith("Gather")
                ? 1 + node.path("Workers Launched").asLong(0)
                : processes;
        long parts = 0;
        for (var part : node.path("Plans")) {
            parts += measure(part, inside);
        }
        var whole = measured
                ? Math.round(node.path("Actual Total Time").asDouble(0)
                        * 1_000_000
                        * node.path("Actual Loops").asLong(0)
                        / processes)
                : Math.round(node.path("Total Cost").asDouble(0) * 1_000);
        own.put(node, Math.max(0, whole - parts));
        return whole;
    }

    private static String title(JsonNode node) {
        var title = new StringBuilder();
        for (var word : new String[] {"Partial Mode", "Strategy"}) {
            var text = node.path(word).asString("");
            if (!text.isEmpty() && !text.equals("Simple") && !text.equals("Plain")) {
                title.append(text).append(' ');
            }
        }
        title.append(node.path("Operation").asString(node.path("Node Type").asString("")));
        if (node.has("Join Type")) {
            title.append(" (").append(node.path("Join Type").asString()).append(')');
        }
        if (node.has("Index Name")) {
            title.append(" using ").append(node.path("Index Name").asString());
        }
        var thing = Objects.requireNonNullElse(
                text(node, "Relation Name"),
                Objects.requireNonNullElse(
                        text(node, "CTE Name"), Objects.requireNonNullElse(text(node, "Function Name"), "")));
        if (!thing.isEmpty()) {
            var alias = node.path("Alias").asString("");
            title.append(" on ").append(thing);
            title.append(alias.isEmpty() || alias.equals(thing) ? "" : " " + alias);
        }
        return title.toString();
    }

    private List<String> details(JsonNode node) {
        var details = new ArrayList<String>();
        for (var name : DETAILS) {
            var value = node.path(name);
            if (!value.isMissingNode() && !(value.isNumber() && value.asLong() == 0)) {
                var text = value.isArray()
                        ? String.join(
                                ", ",
                                value.valueStream().map(JsonNode::asString).toList())
                        : value.asString();
                details.add(mask.apply(name + ": " + text));
            }
        }
        return details;
    }

    private static long misestimate(long planned, long actual) {
        var more = Math.max(planned, actual);
        var factor = more / Math.max(1, Math.min(planned, actual));
        return more < FEW_ROWS || factor < MISESTIMATE ? 0 : factor;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asString() : null;
    }

    private static @Nullable Duration time(JsonNode explained, String name) {
        return explained.has(name)
                ? Duration.ofNanos(Math.round(explained.path(name).asDouble() * 1_000_000))
                : null;
    }
}
