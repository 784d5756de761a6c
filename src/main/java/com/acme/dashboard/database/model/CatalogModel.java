package com.acme.dashboard.database.model;

import com.acme.dashboard.database.model.ConstraintModel.Kind;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogFacts;
import com.acme.dashboard.database.schema.CatalogObject;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables of a database in the words of PostgreSQL's catalogs, as far as a mapped class could describe them. */
public final class CatalogModel {

    /** How PostgreSQL prints an index; the table's name may be quoted and has its schema before it. */
    private static final Pattern INDEX = Pattern.compile(
            "CREATE (UNIQUE )?INDEX .+? ON (?:ONLY )?(?:(?:\"(?:[^\"]|\"\")+\"|[^\\s.\"]+)\\.)?(?:\"(?:[^\"]|\"\")+\"|[^\\s.\"]+) (USING .+)",
            Pattern.DOTALL);

    private CatalogModel() {}

    /**
     * Reads the tables off.
     *
     * @param counts which things count; what belongs to a table that does not count is left out, too
     */
    public static SchemaModel of(Catalog catalog, Predicate<Name> counts) {
        var tables = new ArrayList<TableModel>();
        for (var object : catalog.objects().values()) {
            if (object.name().kind() == CatalogObject.Kind.TABLE && counts.test(object.name())) {
                tables.add(table(catalog, object.name().name(), counts));
            }
        }
        return SchemaModel.of(tables);
    }

    private static TableModel table(Catalog catalog, String table, Predicate<Name> counts) {
        List<ColumnModel> columns = new ArrayList<>();
        List<ConstraintModel> constraints = new ArrayList<>();
        List<IndexModel> indexes = new ArrayList<>();
        for (var object : catalog.objects().values()) {
            if (!table.equals(object.name().table()) || !counts.test(object.name())) {
                continue;
            }
            switch (object.name().kind()) {
                case COLUMN -> columns.add(column(object));
                case CONSTRAINT -> {
                    var kind = kind(object);
                    if (kind != null) {
                        constraints.add(
                                new ConstraintModel(object.name().name(), kind, fact(object, CatalogFacts.DEFINITION)));
                    }
                }
                case INDEX -> {
                    if (object.fact(CatalogFacts.OF_CONSTRAINT) == null) {
                        indexes.add(index(object));
                    }
                }
                default -> {
                    // Nothing that a mapped class can have.
                }
            }
        }
        return TableModel.of(table, columns, constraints, indexes);
    }

    private static ColumnModel column(CatalogObject object) {
        return new ColumnModel(
                object.name().name(),
                shortType(fact(object, CatalogFacts.TYPE)),
                object.fact(CatalogFacts.NOT_NULL) != null,
                object.fact(CatalogFacts.DEFAULT),
                object.fact(CatalogFacts.IDENTITY));
    }

    /** The names that people write. */
    private static String shortType(String type) {
        return type.replace("character varying", "varchar")
                .replaceAll("timestamp(\\(\\d\\))? with time zone", "timestamptz$1")
                .replaceAll("timestamp(\\(\\d\\))? without time zone", "timestamp$1")
                .replaceAll("time(\\(\\d\\))? without time zone", "time$1");
    }

    private static IndexModel index(CatalogObject object) {
        var printed = fact(object, CatalogFacts.DEFINITION);
        var match = INDEX.matcher(printed);
        if (!match.matches()) {
            throw new IllegalStateException("An index that PostgreSQL prints in another way: " + printed);
        }
        return new IndexModel(
                object.name().name(), match.group(1) != null, match.group(2).replaceFirst("^USING btree ", ""));
    }

    private static @Nullable Kind kind(CatalogObject object) {
        return switch (fact(object, CatalogFacts.CONTYPE)) {
            case "p" -> Kind.PRIMARY_KEY;
            case "u" -> Kind.UNIQUE;
            case "f" -> Kind.FOREIGN_KEY;
            case "c" -> Kind.CHECK;
            default -> null;
        };
    }

    private static String fact(CatalogObject object, String name) {
        var value = object.fact(name);
        if (value == null) {
            throw new IllegalStateException("No " + name + " of " + object.name());
        }
        return value;
    }
}
