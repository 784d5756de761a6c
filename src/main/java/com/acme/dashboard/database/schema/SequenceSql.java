package com.acme.dashboard.database.schema;

import static com.acme.dashboard.database.schema.CatalogFacts.OWNED_BY;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Statements about sequences, those of identity columns included. */
final class SequenceSql {

    private SequenceSql() {}

    /** @param ownerIsThere whether the column that it belongs to is there already */
    static List<String> create(CatalogObject sequence, boolean ownerIsThere) {
        var statements = new ArrayList<String>();
        statements.add("create sequence %s as %s %s"
                .formatted(FixSql.name(sequence), sequence.fact(CatalogFacts.TYPE), options(sequence)));
        if (ownerIsThere) {
            statements.add(change(sequence, OWNED_BY));
        }
        return statements;
    }

    /** What stands between parentheses, or behind the type. */
    static String options(CatalogObject sequence) {
        return "start with %s increment by %s minvalue %s maxvalue %s cache %s%s"
                .formatted(
                        sequence.fact("start"),
                        sequence.fact("increment"),
                        sequence.fact("minimum"),
                        sequence.fact("maximum"),
                        sequence.fact("cache"),
                        sequence.fact("cycle") == null ? "" : " cycle");
    }

    static String change(CatalogObject expected, String fact) {
        var value = expected.fact(fact);
        var clause = switch (fact) {
            case CatalogFacts.TYPE -> "as " + value;
            case "start" -> "start with " + value;
            case "increment" -> "increment by " + value;
            case "minimum" -> "minvalue " + value;
            case "maximum" -> "maxvalue " + value;
            case "cache" -> "cache " + value;
            case "cycle" -> value == null ? "no cycle" : "cycle";
            default -> "owned by " + Objects.requireNonNullElse(value, "none");
        };
        return "alter sequence %s %s".formatted(FixSql.name(expected), clause);
    }
}
