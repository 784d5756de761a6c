package com.acme.dashboard.database.schema;

import static com.acme.dashboard.database.schema.CatalogFacts.COMMENT;
import static com.acme.dashboard.database.schema.CatalogFacts.DEFINITION;
import static com.acme.dashboard.database.schema.CatalogFacts.INVALID;
import static com.acme.dashboard.database.schema.CatalogFacts.OPTIONS;
import static com.acme.dashboard.database.schema.CatalogFacts.PUBLIC_PRIVILEGES;
import static com.acme.dashboard.database.schema.Identifiers.quote;

import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statements that make the found schema the expected one, thing by thing. Definitions are PostgreSQL's own words.
 * Where it has no statement, a comment says what is left to do by hand.
 */
final class FixSql {

    private final Catalog found;
    private final TableSql tables;
    private final TypeSql types;

    FixSql(Catalog expected, Catalog found) {
        this.found = found;
        this.tables = new TableSql(expected);
        this.types = new TypeSql(expected);
    }

    /** Makes what is missing. */
    List<String> create(CatalogObject object) {
        var statements = new ArrayList<String>();
        switch (object.name().kind()) {
            case EXTENSION -> statements.add("create extension if not exists " + name(object));
            case TYPE -> statements.add(types.create(object));
            case SEQUENCE -> statements.addAll(SequenceSql.create(object, found.hasOwnerOf(object)));
            case TABLE -> statements.addAll(createTable(object));
            case COLUMN -> statements.addAll(tables.addColumn(object));
            case CONSTRAINT -> {
                dropIndexInTheWay(object, statements);
                statements.add(tables.addConstraint(object));
            }
            case INDEX -> statements.add(concurrently(definition(object)));
            case POLICY ->
                statements.add(
                        "create policy %s on %s as %s".formatted(name(object), table(object), definition(object)));
            case VIEW -> statements.add(createView(object));
            case FUNCTION, RULE, STATISTICS, TRIGGER -> statements.add(definition(object));
        }
        // A new function may be run by everybody, anything else by nobody.
        if (object.name().kind() == Kind.FUNCTION && object.fact(PUBLIC_PRIVILEGES) == null) {
            statements.add("revoke execute on %s from public".formatted(reference(object)));
        } else if (object.name().kind() != Kind.FUNCTION && object.fact(PUBLIC_PRIVILEGES) != null) {
            statements.add(privileges(object, object.fact(PUBLIC_PRIVILEGES)));
        }
        if (object.name().kind() == Kind.TRIGGER && !"yes".equals(object.fact("enabled"))) {
            statements.add(enabled(object));
        }
        if (object.fact(COMMENT) != null) {
            statements.add(comment(object));
        }
        return statements;
    }

    /** With all that stands on it. */
    private List<String> createTable(CatalogObject table) {
        var statements = new ArrayList<>(tables.createTable(table));
        for (var kind : List.of(
                Kind.COLUMN, Kind.CONSTRAINT, Kind.INDEX, Kind.TRIGGER, Kind.RULE, Kind.POLICY, Kind.STATISTICS)) {
            tables.of(table, kind).forEach(part -> {
                if (kind == Kind.COLUMN) {
                    if (part.fact(COMMENT) != null) {
                        statements.add(comment(part));
                    }
                } else if (part.fact(CatalogFacts.OF_CONSTRAINT) == null) {
                    statements.addAll(create(part).stream()
                            .map(statement -> statement.replace("index concurrently ", "index "))
                            .toList());
                }
            });
        }
        return statements;
    }

    private void dropIndexInTheWay(CatalogObject constraint, List<String> statements) {
        var index = found.objects()
                .get(new Name(
                        Kind.INDEX, constraint.name().table(), constraint.name().name()));
        if (index != null && index.fact(CatalogFacts.OF_CONSTRAINT) == null) {
            statements.addAll(drop(index));
        }
    }

    /** Gives a table or a column its name back. */
    List<String> rename(CatalogObject object, CatalogObject renamed) {
        return List.of(
                object.name().kind() == Kind.TABLE
                        ? "alter table %s rename to %s".formatted(name(renamed), name(object))
                        : "alter table %s rename column %s to %s"
                                .formatted(table(object), name(renamed), name(object)));
    }

    /** Drops what nobody expects. */
    List<String> drop(CatalogObject object) {
        return List.of(
                switch (object.name().kind()) {
                    case COLUMN, CONSTRAINT -> "alter table %s drop %s".formatted(table(object), reference(object));
                    case INDEX -> "drop index concurrently if exists " + name(object);
                    default -> "drop " + reference(object);
                });
    }

    /** Makes one fact what is expected. */
    List<String> change(CatalogObject expected, CatalogObject actual, String fact) {
        var kind = expected.name().kind();
        return switch (fact) {
            case COMMENT -> List.of(comment(expected));
            case PUBLIC_PRIVILEGES ->
                List.of(
                                "revoke all on %s from public".formatted(granted(expected)),
                                privileges(expected, Objects.requireNonNullElse(expected.fact(fact), "")))
                        .stream()
                        .filter(statement -> !statement.isEmpty())
                        .toList();
            case OPTIONS -> options(expected, actual);
            default ->
                switch (kind) {
                    case TYPE -> types.change(expected, actual);
                    case SEQUENCE -> List.of(SequenceSql.change(expected, fact));
                    case TABLE -> tables.changeTable(expected, actual, fact);
                    case COLUMN -> tables.changeColumn(expected, actual, fact);
                    case CONSTRAINT -> tables.changeConstraint(expected, actual, fact);
                    case INDEX ->
                        fact.equals(INVALID)
                                ? List.of("reindex index concurrently " + name(expected))
                                : replace(expected);
                    case TRIGGER -> fact.equals("enabled") ? List.of(enabled(expected)) : replace(expected);
                    case FUNCTION ->
                        signature(expected).equals(signature(actual))
                                ? List.of(definition(expected))
                                : replace(expected);
                    default -> replace(expected);
                };
        };
    }

    private List<String> replace(CatalogObject expected) {
        var statements = new ArrayList<>(drop(expected));
        statements.addAll(create(expected));
        return statements;
    }

    /** What {@code create or replace} cannot replace: the arguments' names and the result. */
    private static String signature(CatalogObject function) {
        return definition(function).lines().limit(2).toList().toString();
    }

    private static String createView(CatalogObject view) {
        var options = view.fact(OPTIONS);
        return "create %sview %s%s as %s"
                .formatted(
                        view.fact("materialized") == null ? "" : "materialized ",
                        name(view),
                        options == null ? "" : " with (" + options + ")",
                        definition(view).replaceFirst(";\\s*\\z", ""));
    }

    private static List<String> options(CatalogObject expected, CatalogObject actual) {
        var wanted = split(expected.fact(OPTIONS));
        var gone = split(actual.fact(OPTIONS)).stream()
                .map(option -> option.replaceFirst("=.*", ""))
                .filter(option -> wanted.stream().noneMatch(other -> other.startsWith(option + "=")))
                .toList();
        var statements = new ArrayList<String>();
        if (!gone.isEmpty()) {
            statements.add("alter %s reset (%s)".formatted(reference(expected), String.join(", ", gone)));
        }
        if (!wanted.isEmpty()) {
            statements.add("alter %s set (%s)".formatted(reference(expected), String.join(", ", wanted)));
        }
        return statements;
    }

    private static List<String> split(@Nullable String options) {
        return options == null ? List.of() : List.of(options.split(", "));
    }

    private static String enabled(CatalogObject trigger) {
        var how = switch (String.valueOf(trigger.fact("enabled"))) {
            case "no" -> "disable";
            case "replica" -> "enable replica";
            case "always" -> "enable always";
            default -> "enable";
        };
        return "alter table %s %s trigger %s".formatted(table(trigger), how, name(trigger));
    }

    private static String privileges(CatalogObject object, String privileges) {
        return privileges.isEmpty() ? "" : "grant %s on %s to public".formatted(privileges, granted(object));
    }

    /** Privileges on a view are those on a table. */
    private static String granted(CatalogObject object) {
        return object.name().kind() == Kind.VIEW ? "table " + name(object) : reference(object);
    }

    private static String comment(CatalogObject object) {
        var comment = object.fact(COMMENT);
        return "comment on %s is %s"
                .formatted(reference(object, "comment"), comment == null ? "null" : Literals.quote(comment));
    }

    private static String concurrently(String definition) {
        return definition
                .replaceFirst("^CREATE UNIQUE INDEX ", "create unique index concurrently ")
                .replaceFirst("^CREATE INDEX ", "create index concurrently ");
    }

    /** The thing with its kind, as statements refer to it. */
    private static String reference(CatalogObject object) {
        return reference(object, "");
    }

    private static String reference(CatalogObject object, String statement) {
        var name = name(object);
        return switch (object.name().kind()) {
            case FUNCTION -> "routine " + name;
            case VIEW -> object.fact("materialized") == null ? "view " + name : "materialized view " + name;
            case TRIGGER, RULE, POLICY -> "%s %s on %s".formatted(word(object), name, table(object));
            case CONSTRAINT ->
                statement.isEmpty() ? "constraint " + name : "constraint %s on %s".formatted(name, table(object));
            case COLUMN -> statement.isEmpty() ? "column " + name : "column %s.%s".formatted(table(object), name);
            case TYPE ->
                String.valueOf(object.fact(DEFINITION)).startsWith("domain ") ? "domain " + name : "type " + name;
            default -> word(object) + " " + name;
        };
    }

    private static String word(CatalogObject object) {
        return object.name().kind().name().toLowerCase(Locale.ROOT);
    }

    /** A function's is quoted without its arguments, which are types. */
    static String name(CatalogObject object) {
        var name = object.name().name();
        if (object.name().kind() == Kind.FUNCTION) {
            var arguments = name.indexOf('(');
            return quote(name.substring(0, arguments)) + name.substring(arguments);
        }
        return quote(name);
    }

    static String table(CatalogObject object) {
        return quote(Objects.requireNonNull(object.name().table()));
    }

    static String definition(CatalogObject object) {
        return Objects.requireNonNull(object.fact(DEFINITION)).strip();
    }
}
