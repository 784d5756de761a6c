package com.acme.dashboard.database.schema;

import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's own catalogs say about the current schema of a database, independent of the order in which it was
 * made. Members of extensions do not count, nor do the tables in which this program, Liquibase and other tools keep
 * their own books, nor who owns what.
 */
public final class Catalog {

    static final Comparator<Name> ORDER = Comparator.comparing(Name::kind)
            .thenComparing(name -> name.table() == null ? "" : name.table())
            .thenComparing(Name::name);

    private final SortedMap<Name, CatalogObject> objects;

    private Catalog(SortedMap<Name, CatalogObject> objects) {
        this.objects = objects;
    }

    /** Reads the current schema; the connection's search path must begin with it. */
    public static Catalog read(Connection connection) throws SQLException {
        SortedMap<Name, SortedMap<String, String>> facts = new TreeMap<>(ORDER);
        for (var query : CatalogQueries.ALL) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    var name = new Name(Kind.valueOf(rows.getString(1)), rows.getString(2), rows.getString(3));
                    var known = facts.computeIfAbsent(name, _ -> new TreeMap<>());
                    var value = rows.getString(5);
                    if (value != null) {
                        known.put(rows.getString(4), value);
                    }
                }
            }
        }
        return of(facts);
    }

    /** What is told of each thing, by its name. */
    static Catalog of(Map<Name, SortedMap<String, String>> facts) {
        SortedMap<Name, CatalogObject> objects = new TreeMap<>(ORDER);
        facts.forEach(
                (name, known) -> objects.put(name, new CatalogObject(name, Collections.unmodifiableSortedMap(known))));
        return new Catalog(objects);
    }

    /** Everything, by kind, table and name. */
    public SortedMap<Name, CatalogObject> objects() {
        return Collections.unmodifiableSortedMap(objects);
    }

    /** The table or view of that name; null where there is none. */
    @Nullable
    CatalogObject relation(String name) {
        var table = objects.get(new Name(Kind.TABLE, null, name));
        return table != null ? table : objects.get(new Name(Kind.VIEW, null, name));
    }

    /** What is said of a table, in the catalog's order. */
    Stream<CatalogObject> of(String table, Kind kind) {
        return objects.values().stream()
                .filter(object -> object.name().kind() == kind
                        && table.equals(object.name().table()));
    }

    /** Whether the column is there that a sequence belongs to. */
    boolean hasOwnerOf(CatalogObject sequence) {
        return objects.keySet().stream()
                .filter(name -> name.kind() == Kind.COLUMN)
                .map(name -> Identifiers.quote(String.valueOf(name.table())) + "." + Identifiers.quote(name.name()))
                .anyMatch(column -> column.equals(sequence.fact(CatalogFacts.OWNED_BY)));
    }

    /** The sequences that belong to a table. */
    Stream<CatalogObject> sequencesOf(String table) {
        return objects.values().stream()
                .filter(object -> object.name().kind() == Kind.SEQUENCE)
                .filter(sequence -> String.valueOf(sequence.fact(CatalogFacts.OWNED_BY))
                        .startsWith(Identifiers.quote(table) + "."));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Catalog catalog && catalog.objects.equals(objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    /** One fact a line, for a test's message. */
    @Override
    public String toString() {
        var lines = new StringBuilder();
        objects.values().forEach(object -> lines.append(object).append('\n'));
        return lines.toString();
    }
}
