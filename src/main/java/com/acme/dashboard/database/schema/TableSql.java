package com.acme.dashboard.database.schema;

import static com.acme.dashboard.database.schema.CatalogFacts.COLLATION;
import static com.acme.dashboard.database.schema.CatalogFacts.DEFAULT;
import static com.acme.dashboard.database.schema.CatalogFacts.GENERATED;
import static com.acme.dashboard.database.schema.CatalogFacts.IDENTITY;
import static com.acme.dashboard.database.schema.CatalogFacts.NOT_NULL;
import static com.acme.dashboard.database.schema.CatalogFacts.OPTIONS;
import static com.acme.dashboard.database.schema.CatalogFacts.TYPE;
import static com.acme.dashboard.database.schema.FixSql.definition;
import static com.acme.dashboard.database.schema.FixSql.name;
import static com.acme.dashboard.database.schema.FixSql.table;
import static com.acme.dashboard.database.schema.Identifiers.quote;

import com.acme.dashboard.database.schema.CatalogObject.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements about tables, their columns and their constraints. */
final class TableSql {

    private static final String BY_HAND = "-- No statement brings this back: make the table anew and move its rows.";

    private final Catalog expected;

    TableSql(Catalog expected) {
        this.expected = expected;
    }

    /** What stands on a table, foreign keys after the constraints that they may need. */
    Stream<CatalogObject> of(CatalogObject table, Kind kind) {
        return expected.of(table.name().name(), kind)
                .sorted(Comparator.comparing(part -> "f".equals(part.fact(CatalogFacts.CONTYPE))));
    }

    /** With its columns and nothing else that stands on it. */
    List<String> createTable(CatalogObject table) {
        var statements = new ArrayList<String>();
        var kind = table.fact("kind");
        var partition = table.fact("partition");
        if ("foreign".equals(kind)) {
            return List.of("-- No statement makes foreign tables anew: their servers are not part of a schema.");
        }
        var head = "create %stable %s".formatted(table.fact("unlogged") == null ? "" : "unlogged ", name(table));
        var options = table.fact(OPTIONS) == null ? "" : " with (" + table.fact(OPTIONS) + ")";
        if (partition != null) {
            statements.add("%s partition of %s%s".formatted(head, partition, options));
        } else {
            var columns =
                    of(table, Kind.COLUMN).map(this::column).collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
            statements.add("%s %s%s%s".formatted(head, columns, kind == null ? "" : " " + kind, options));
        }
        expected.sequencesOf(table.name().name())
                .filter(sequence -> sequence.fact(CatalogFacts.OF_IDENTITY) == null)
                .forEach(sequence -> statements.add(SequenceSql.change(sequence, CatalogFacts.OWNED_BY)));
        for (var fact : List.of("row security", "replica identity")) {
            if (table.fact(fact) != null) {
                statements.addAll(changeTable(table, table, fact));
            }
        }
        return statements;
    }

    List<String> changeTable(CatalogObject table, CatalogObject actual, String fact) {
        var alter = "alter table %s ".formatted(name(table));
        var value = table.fact(fact);
        return switch (fact) {
            case "unlogged" -> List.of(alter + (value == null ? "set logged" : "set unlogged"));
            case "row security" ->
                List.of(
                        alter + (value == null ? "disable" : "enable") + " row level security",
                        alter + ("forced".equals(value) ? "force" : "no force") + " row level security");
            case "partition" -> changePartition(table, value, actual.fact(fact));
            case "replica identity" -> List.of(alter + "replica identity " + (value == null ? "default" : value));
            default -> List.of(BY_HAND);
        };
    }

    /** The fact is the parent's name with the bounds behind it. */
    private static List<String> changePartition(CatalogObject table, @Nullable String wanted, @Nullable String actual) {
        var statements = new ArrayList<String>();
        if (actual != null) {
            statements.add("alter table %s detach partition %s".formatted(parent(actual), name(table)));
        }
        if (wanted != null) {
            statements.add("alter table %s attach partition %s%s"
                    .formatted(
                            parent(wanted),
                            name(table),
                            wanted.substring(parent(wanted).length())));
        }
        return statements;
    }

    private static String parent(String partition) {
        return partition.replaceFirst(" (FOR VALUES .*|DEFAULT)\\z", "");
    }

    /** A column that takes no null is filled before it says so, unless it fills itself. */
    List<String> addColumn(CatalogObject column) {
        var add = "alter table %s add column ".formatted(table(column));
        var fillsItself =
                column.fact(DEFAULT) != null || column.fact(GENERATED) != null || column.fact(IDENTITY) != null;
        if (column.fact(NOT_NULL) == null || fillsItself) {
            return List.of(add + column(column));
        }
        return List.of(
                add + column(column).replaceFirst(" not null\\z", ""),
                "-- Where the table has rows, fill the column here.\nalter table %s alter column %s set not null"
                        .formatted(table(column), name(column)));
    }

    private String column(CatalogObject column) {
        var text = new StringBuilder(name(column)).append(' ').append(column.fact(TYPE));
        if (column.fact(COLLATION) != null) {
            text.append(" collate ").append(quote(Objects.requireNonNull(column.fact(COLLATION))));
        }
        if (column.fact(DEFAULT) != null) {
            text.append(" default ").append(column.fact(DEFAULT));
        }
        if (column.fact(GENERATED) != null) {
            text.append(generated(column));
        }
        if (column.fact(IDENTITY) != null) {
            text.append(identity(column));
        }
        return text.append(column.fact(NOT_NULL) == null ? "" : " not null").toString();
    }

    private static String generated(CatalogObject column) {
        var generated = Objects.requireNonNull(column.fact(GENERATED));
        var kind = generated.lastIndexOf(' ');
        return " generated always as (%s)%s".formatted(generated.substring(0, kind), generated.substring(kind));
    }

    private String identity(CatalogObject column) {
        var owner = table(column) + "." + name(column);
        var options = expected.sequencesOf(Objects.requireNonNull(column.name().table()))
                .filter(sequence -> owner.equals(sequence.fact(CatalogFacts.OWNED_BY)))
                .map(sequence -> " (sequence name %s %s)".formatted(name(sequence), SequenceSql.options(sequence)))
                .collect(Collectors.joining());
        return " generated %s as identity%s".formatted(column.fact(IDENTITY), options);
    }

    List<String> changeColumn(CatalogObject column, CatalogObject actual, String fact) {
        var alter = "alter table %s alter column %s ".formatted(table(column), name(column));
        var value = column.fact(fact);
        return switch (fact) {
            case TYPE -> List.of("%stype %s%s".formatted(alter, value, conversion(column, String.valueOf(value))));
            case NOT_NULL -> List.of(alter + (value == null ? "drop not null" : "set not null"));
            case DEFAULT -> List.of(alter + (value == null ? "drop default" : "set default " + value));
            case COLLATION ->
                List.of("%stype %s collate %s"
                        .formatted(alter, column.fact(TYPE), quote(value == null ? "default" : value)));
            case IDENTITY -> changeIdentity(column, actual, alter);
            case GENERATED ->
                value == null
                        ? List.of(alter + "drop expression")
                        : List.of(
                                "alter table %s drop column %s".formatted(table(column), name(column)),
                                "alter table %s add column %s".formatted(table(column), column(column)));
            default -> List.of(BY_HAND);
        };
    }

    /** None to a text of limited length: asked for, it would cut off what is longer instead of failing. */
    private static String conversion(CatalogObject column, String type) {
        return type.startsWith("character") ? "" : " using %s::%s".formatted(name(column), type);
    }

    /** A new identity goes on behind the rows that are there. */
    private List<String> changeIdentity(CatalogObject column, CatalogObject actual, String alter) {
        if (column.fact(IDENTITY) == null) {
            return List.of(alter + "drop identity");
        }
        if (actual.fact(IDENTITY) != null) {
            return List.of(alter + "set generated " + column.fact(IDENTITY));
        }
        return List.of(
                alter + "add" + identity(column),
                "select setval(pg_get_serial_sequence(%s, %s), max(%s)) from %s having max(%s) is not null"
                        .formatted(
                                Literals.quote(table(column)),
                                Literals.quote(column.name().name()),
                                name(column),
                                table(column),
                                name(column)));
    }

    String addConstraint(CatalogObject constraint) {
        return "alter table %s add constraint %s %s"
                .formatted(table(constraint), name(constraint), definition(constraint));
    }

    List<String> changeConstraint(CatalogObject constraint, CatalogObject actual, String fact) {
        if (fact.equals(CatalogFacts.SWITCHED_OFF_ON)) {
            return Stream.of(Objects.requireNonNullElse(actual.fact(fact), "").split(", "))
                    .map(table -> "alter table %s enable trigger all".formatted(table))
                    .toList();
        }
        if (definition(actual).equals(definition(constraint) + " NOT VALID")) {
            return List.of("alter table %s validate constraint %s".formatted(table(constraint), name(constraint)));
        }
        return List.of(
                "alter table %s drop constraint %s".formatted(table(constraint), name(constraint)),
                addConstraint(constraint));
    }
}
