package com.acme.dashboard.database.schema;

import static com.acme.dashboard.database.schema.FixSql.definition;
import static com.acme.dashboard.database.schema.FixSql.name;
import static com.acme.dashboard.database.schema.Identifiers.quote;

import com.acme.dashboard.database.schema.CatalogObject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Statements about types, as {@link CatalogQueries} describes them: enum, domain, composite and range. */
final class TypeSql {

    private final Catalog expected;

    TypeSql(Catalog expected) {
        this.expected = expected;
    }

    String create(CatalogObject type) {
        var definition = definition(type);
        if (definition.startsWith("domain ")) {
            return "create domain %s as %s".formatted(name(type), definition.substring("domain ".length()));
        }
        if (definition.startsWith("range of ")) {
            return "create type %s as range (subtype = %s)"
                    .formatted(name(type), definition.substring("range of ".length()));
        }
        return "create type %s as %s".formatted(name(type), definition.replaceFirst("^composite ", ""));
    }

    /** An enum's label can be added or renamed; in every other case the columns move over to a new type. */
    List<String> change(CatalogObject type, CatalogObject actual) {
        var wanted = labels(type);
        var there = labels(actual);
        if (!there.isEmpty() && wanted.size() == there.size()) {
            var renamed = IntStream.range(0, wanted.size())
                    .filter(i -> !wanted.get(i).equals(there.get(i)))
                    .toArray();
            if (renamed.length == 1) {
                return List.of("alter type %s rename value %s to %s"
                        .formatted(name(type), there.get(renamed[0]), wanted.get(renamed[0])));
            }
        }
        if (!there.isEmpty() && wanted.stream().filter(there::contains).toList().equals(there)) {
            var statements = new ArrayList<String>();
            for (int i = 0; i < wanted.size(); i++) {
                if (!there.contains(wanted.get(i))) {
                    statements.add("alter type %s add value %s%s"
                            .formatted(
                                    name(type), wanted.get(i), i == 0 ? first(there) : " after " + wanted.get(i - 1)));
                }
            }
            return statements;
        }
        return renew(type, actual);
    }

    private static String first(List<String> labels) {
        return " before " + labels.getFirst();
    }

    private List<String> renew(CatalogObject type, CatalogObject actual) {
        var old = quote(type.name().name() + "_old");
        var what = definition(actual).startsWith("domain ") ? "domain" : "type";
        var statements = new ArrayList<String>();
        statements.add("alter %s %s rename to %s".formatted(what, name(type), old));
        statements.add(create(type));
        expected.objects().values().stream()
                .filter(object -> object.name().kind() == Kind.COLUMN)
                .filter(column -> type.name().name().equals(column.fact(CatalogFacts.TYPE))
                        || name(type).equals(column.fact(CatalogFacts.TYPE)))
                .forEach(column -> statements.addAll(move(column, type)));
        statements.add("drop %s %s".formatted(what, old));
        return statements;
    }

    private static List<String> move(CatalogObject column, CatalogObject type) {
        var alter = "alter table %s alter column %s ".formatted(FixSql.table(column), name(column));
        var statements = new ArrayList<String>();
        var preset = column.fact(CatalogFacts.DEFAULT);
        if (preset != null) {
            statements.add(alter + "drop default");
        }
        statements.add("%stype %s using %s::text::%s".formatted(alter, name(type), name(column), name(type)));
        if (preset != null) {
            statements.add(alter + "set default " + preset);
        }
        return statements;
    }

    /** An enum's labels as SQL literals; none of another type. A label may hold a comma, but never a quote that stands alone. */
    private static List<String> labels(CatalogObject type) {
        var definition = definition(type);
        if (!definition.startsWith("enum (")) {
            return List.of();
        }
        return List.of(
                definition.substring("enum (".length(), definition.length() - 1).split("(?<='), (?=')"));
    }
}
