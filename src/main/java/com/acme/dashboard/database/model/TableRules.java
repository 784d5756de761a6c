package com.acme.dashboard.database.model;

import com.acme.dashboard.common.schema.Check;
import com.acme.dashboard.common.schema.ForeignKey;
import com.acme.dashboard.common.schema.Index;
import com.acme.dashboard.common.schema.Unique;
import com.acme.dashboard.database.model.ConstraintModel.Kind;
import com.acme.dashboard.database.schema.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/** The constraints and indexes of one table. */
final class TableRules {

    private final String table;
    private final RelationalMappingContext context;
    private final SqlNames names;
    private final List<ConstraintModel> constraints = new ArrayList<>();
    private final List<IndexModel> indexes = new ArrayList<>();

    TableRules(String table, RelationalMappingContext context, SqlNames names) {
        this.table = table;
        this.context = context;
        this.names = names;
    }

    List<ConstraintModel> constraints() {
        return constraints;
    }

    List<IndexModel> indexes() {
        return indexes;
    }

    void addKey(List<String> columns) {
        if (!columns.isEmpty()) {
            addConstraint(
                    ConstraintNames.primaryKey(table), Kind.PRIMARY_KEY, "primary key (" + names.quote(columns) + ")");
        }
    }

    /** The reference of an entity to the aggregate that holds it. */
    void addParent(String column, String parentTable, String parentColumn) {
        addConstraint(
                ConstraintNames.foreignKey(table, column, parentTable, parentColumn),
                Kind.FOREIGN_KEY,
                references(column, parentTable, parentColumn, ForeignKey.OnDelete.NO_ACTION));
    }

    /** What the annotations of the class say. */
    void addOfClass(Class<?> type) {
        Stream.of(type.getAnnotationsByType(Unique.class))
                .forEach(unique -> addUnique(unique, List.of(unique.columns())));
        Stream.of(type.getAnnotationsByType(Check.class)).forEach(check -> addCheck(check.value(), check.name()));
        Stream.of(type.getAnnotationsByType(Index.class)).forEach(index -> addIndex(index, List.of(index.columns())));
    }

    /** What the annotations of a column and its type say. */
    void addOfColumn(RelationalPersistentProperty property, String column) {
        var isReference = AggregateReference.class.isAssignableFrom(property.getType());
        var field = property.getField();
        if (field != null) {
            Stream.of(field.getAnnotationsByType(Unique.class)).forEach(unique -> addUnique(unique, List.of(column)));
            Stream.of(field.getAnnotationsByType(Check.class))
                    .forEach(check -> addCheck(
                            check.value(),
                            check.name().isEmpty() ? ConstraintNames.check(table, column) : check.name()));
            Stream.of(field.getAnnotationsByType(Index.class)).forEach(index -> addIndex(index, List.of(column)));
        }
        if (property.getType().isEnum()) {
            addCheck(ColumnValues.condition(property, names.quote(column)), ConstraintNames.check(table, column));
        }
        var foreignKey = property.findAnnotation(ForeignKey.class);
        if (isReference || foreignKey != null) {
            addForeignKey(property, column, foreignKey);
        }
    }

    private void addForeignKey(RelationalPersistentProperty property, String column, @Nullable ForeignKey said) {
        Class<?> target = said == null || said.value() == void.class ? referenceTarget(property) : said.value();
        var entity = context.getRequiredPersistentEntity(target);
        if (entity.getIdProperty() == null) {
            throw new InvalidMapping("%s.%s refers to %s, which has no @Id."
                    .formatted(
                            property.getOwner().getType().getSimpleName(), property.getName(), target.getSimpleName()));
        }
        var otherTable = entity.getQualifiedTableName().getReference();
        var otherColumn = entity.getRequiredIdProperty().getColumnName().getReference();
        addConstraint(
                said == null || said.name().isEmpty()
                        ? ConstraintNames.foreignKey(table, column, otherTable, otherColumn)
                        : said.name(),
                Kind.FOREIGN_KEY,
                references(
                        column,
                        otherTable,
                        otherColumn,
                        said == null ? ForeignKey.OnDelete.NO_ACTION : said.onDelete()));
    }

    private String references(String column, String otherTable, String otherColumn, ForeignKey.OnDelete onDelete) {
        return "foreign key (%s) references %s (%s)%s"
                .formatted(
                        names.quote(column),
                        names.quote(otherTable),
                        names.quote(otherColumn),
                        switch (onDelete) {
                            case NO_ACTION -> "";
                            case CASCADE -> " on delete cascade";
                            case SET_NULL -> " on delete set null";
                        });
    }

    private void addUnique(Unique unique, List<String> on) {
        addConstraint(
                unique.name().isEmpty() ? ConstraintNames.unique(table, required(on)) : unique.name(),
                Kind.UNIQUE,
                "unique (" + names.quote(required(on)) + ")");
    }

    private void addCheck(String condition, String name) {
        if (name.isEmpty()) {
            throw new InvalidMapping(
                    "The check %s of the table %s has no name: give it one.".formatted(condition, table));
        }
        addConstraint(name, Kind.CHECK, "check (" + condition + ")");
    }

    private void addConstraint(String name, Kind kind, String definition) {
        constraints.add(new ConstraintModel(ConstraintNames.fitting(name), kind, definition));
    }

    private void addIndex(Index index, List<String> on) {
        var plain = required(on).stream()
                .map(column -> column.strip().split("\\s+", 2)[0])
                .toList();
        var definition = new StringBuilder("(");
        for (int i = 0; i < on.size(); i++) {
            var order = on.get(i).strip().substring(plain.get(i).length());
            definition
                    .append(i == 0 ? "" : ", ")
                    .append(names.quote(plain.get(i)))
                    .append(order);
        }
        definition.append(')');
        if (index.include().length > 0) {
            definition
                    .append(" include (")
                    .append(names.quote(List.of(index.include())))
                    .append(')');
        }
        if (!index.where().isEmpty()) {
            definition.append(" where ").append(index.where());
        }
        indexes.add(new IndexModel(
                index.name().isEmpty() ? ConstraintNames.index(table, plain) : ConstraintNames.fitting(index.name()),
                index.unique(),
                definition.toString()));
    }

    private List<String> required(List<String> on) {
        if (on.isEmpty()) {
            throw new InvalidMapping(
                    "An @Unique or @Index on the class of the table %s names no columns.".formatted(table));
        }
        return on;
    }

    private static Class<?> referenceTarget(RelationalPersistentProperty property) {
        if (!AggregateReference.class.isAssignableFrom(property.getType())) {
            throw new InvalidMapping("%s.%s does not say what it refers to: @ForeignKey(Some.class)."
                    .formatted(property.getOwner().getType().getSimpleName(), property.getName()));
        }
        return property.getTypeInformation().getTypeArguments().getFirst().getType();
    }
}
