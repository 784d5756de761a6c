package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.ColumnModel;
import com.acme.dashboard.database.model.ConstraintModel;
import com.acme.dashboard.database.model.ConstraintModel.Kind;
import com.acme.dashboard.database.model.IndexModel;
import com.acme.dashboard.database.model.SchemaModel;
import com.acme.dashboard.database.model.TableModel;
import com.acme.dashboard.database.schema.SqlNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Single statements about tables, without semicolons, as people write them. */
public final class Ddl {

    private final SqlNames names;

    /** With these names in what it writes. */
    public Ddl(SqlNames names) {
        this.names = names;
    }

    /** What makes all of these tables in an empty schema, in order. */
    public List<String> create(SchemaModel schema) {
        var statements = new ArrayList<String>();
        schema.tables().values().forEach(table -> statements.add(createTable(table)));
        schema.tables()
                .values()
                .forEach(table -> foreignKeys(table)
                        .forEach(foreignKey -> statements.add(addConstraint(table.name(), foreignKey))));
        schema.tables()
                .values()
                .forEach(table ->
                        table.indexes().values().forEach(index -> statements.add(createIndex(table.name(), index))));
        return statements;
    }

    /** Without its foreign keys, whose tables may not be there yet, and without its indexes. */
    String createTable(TableModel table) {
        var lines = new ArrayList<String>();
        var width = table.columns().keySet().stream()
                .mapToInt(column -> names.quote(column).length())
                .max()
                .orElse(0);
        table.columns().values().forEach(column -> {
            var name = names.quote(column.name());
            lines.add(name + " ".repeat(width - name.length()) + " " + definition(column));
        });
        table.constraints().values().stream()
                .filter(constraint -> constraint.kind() != Kind.FOREIGN_KEY)
                .sorted(Comparator.comparing(ConstraintModel::kind))
                .forEach(constraint -> lines.add(
                        "constraint %s %s".formatted(names.quote(constraint.name()), constraint.definition())));
        return "create table " + names.quote(table.name()) + " (\n    " + String.join(",\n    ", lines) + "\n)";
    }

    static List<ConstraintModel> foreignKeys(TableModel table) {
        return table.constraints().values().stream()
                .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY)
                .toList();
    }

    private static String definition(ColumnModel column) {
        var text = new StringBuilder(column.type());
        if (column.defaultValue() != null) {
            text.append(" default ").append(column.defaultValue());
        }
        if (column.identity() != null) {
            text.append(" generated ").append(column.identity()).append(" as identity");
        }
        if (column.notNull()) {
            text.append(" not null");
        }
        return text.toString();
    }

    String dropTable(String table) {
        return "drop table " + names.quote(table);
    }

    String renameTable(String from, String to) {
        return "alter table %s rename to %s".formatted(names.quote(from), names.quote(to));
    }

    String renameColumn(String table, String from, String to) {
        return alter(table, "rename column %s to %s".formatted(names.quote(from), names.quote(to)));
    }

    String renameConstraint(String table, String from, String to) {
        return alter(table, "rename constraint %s to %s".formatted(names.quote(from), names.quote(to)));
    }

    String renameIndex(String from, String to) {
        return "alter index %s rename to %s".formatted(names.quote(from), names.quote(to));
    }

    String addColumn(String table, ColumnModel column) {
        return alter(table, "add column %s %s".formatted(names.quote(column.name()), definition(column)));
    }

    String dropColumn(String table, String column) {
        return alter(table, "drop column " + names.quote(column));
    }

    /** A change of a column, such as {@code set not null}. */
    String alterColumn(String table, String column, String change) {
        return alter(table, "alter column %s %s".formatted(names.quote(column), change));
    }

    /** Each value becomes what the expression says. */
    String retype(String table, String column, String type, String using) {
        return alterColumn(table, column, "type %s using %s".formatted(type, using));
    }

    String addConstraint(String table, ConstraintModel constraint) {
        return alter(table, "add constraint %s %s".formatted(names.quote(constraint.name()), constraint.definition()));
    }

    String dropConstraint(String table, String constraint) {
        return alter(table, "drop constraint " + names.quote(constraint));
    }

    String dropConstraintIfExists(String table, String constraint) {
        return alter(table, "drop constraint if exists " + names.quote(constraint));
    }

    String validate(String table, String constraint) {
        return alter(table, "validate constraint " + names.quote(constraint));
    }

    String createIndex(String table, IndexModel index) {
        return createIndex(table, index, "");
    }

    String createIndexConcurrently(String table, IndexModel index) {
        return createIndex(table, index, "concurrently ");
    }

    private String createIndex(String table, IndexModel index, String how) {
        return "create %sindex %s%s on %s %s"
                .formatted(
                        index.unique() ? "unique " : "",
                        how,
                        names.quote(index.name()),
                        names.quote(table),
                        index.definition());
    }

    String dropIndex(String index) {
        return "drop index " + names.quote(index);
    }

    String dropIndexConcurrently(String index) {
        return "drop index concurrently if exists " + names.quote(index);
    }

    String alter(String table, String change) {
        return "alter table %s %s".formatted(names.quote(table), change);
    }

    /** The name as SQL takes it. */
    String quote(String name) {
        return names.quote(name);
    }
}
