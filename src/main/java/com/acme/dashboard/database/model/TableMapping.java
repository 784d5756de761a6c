package com.acme.dashboard.database.model;

import com.acme.dashboard.common.schema.Check;
import com.acme.dashboard.common.schema.ColumnDefault;
import com.acme.dashboard.common.schema.ColumnType;
import com.acme.dashboard.common.schema.ForeignKey;
import com.acme.dashboard.common.schema.Index;
import com.acme.dashboard.common.schema.Unique;
import com.acme.dashboard.database.model.ConstraintModel.Kind;
import com.acme.dashboard.database.schema.SqlNames;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Nullness;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/** One table: an aggregate's, or that of the entities that an aggregate holds. */
final class TableMapping {

    private static final Set<Class<?>> NUMBERED = Set.of(Short.class, Integer.class, Long.class);

    private final AggregatePath path;
    private final RelationalMappingContext context;
    private final SqlNames names;
    private final String table;
    private final List<ColumnModel> columns = new ArrayList<>();
    private final List<ConstraintModel> constraints = new ArrayList<>();
    private final List<IndexModel> indexes = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private final List<AggregatePath> children = new ArrayList<>();

    TableMapping(AggregatePath path, RelationalMappingContext context, SqlNames names) {
        this.path = path;
        this.context = context;
        this.names = names;
        this.table = path.getTableInfo().qualifiedTableName().getReference();
        if (!path.isRoot()) {
            addParent();
        }
        addProperties(path, false, false);
        var type = path.getRequiredLeafEntity().getType();
        if (!key.isEmpty()) {
            addConstraint(
                    ConstraintNames.primaryKey(table), Kind.PRIMARY_KEY, "primary key (" + names.quote(key) + ")");
        }
        all(type, Unique.class).forEach(unique -> addUnique(unique, List.of(unique.columns())));
        all(type, Check.class).forEach(check -> addCheck(check.value(), check.name()));
        all(type, Index.class).forEach(index -> addIndex(index, List.of(index.columns())));
    }

    TableModel model() {
        return TableModel.of(table, columns, constraints, indexes);
    }

    /** The entities that stand in tables of their own. */
    List<AggregatePath> children() {
        return children;
    }

    /** The columns by which Spring Data finds the rows of an aggregate. */
    private void addParent() {
        var parent = path.getIdDefiningParentPath();
        var id = parent.getRequiredIdProperty();
        var reference =
                path.getTableInfo().backReferenceColumnInfos().unique().name().getReference();
        var idColumn = id.getColumnName().getReference();
        var parentTable = parent.getTableInfo().qualifiedTableName().getReference();
        columns.add(new ColumnModel(reference, ColumnTypes.of(id, id.getActualType()), true, null, null));
        addConstraint(
                ConstraintNames.foreignKey(table, reference, parentTable, idColumn),
                Kind.FOREIGN_KEY,
                references(reference, parentTable, idColumn, ForeignKey.OnDelete.NO_ACTION));
        if (path.isQualified()) {
            var leaf = path.getRequiredLeafProperty();
            var qualifier =
                    path.getTableInfo().getRequiredQualifierColumnInfo().name().getReference();
            columns.add(
                    new ColumnModel(qualifier, ColumnTypes.of(leaf, leaf.getQualifierColumnType()), true, null, null));
            key.add(reference);
            key.add(qualifier);
        } else if (!path.isMultiValued()) {
            key.add(reference);
        }
    }

    private void addProperties(AggregatePath of, boolean inKey, boolean inNullable) {
        for (var property : of.getRequiredLeafEntity()) {
            var below = of.append(property);
            var isKey = inKey || property.isIdProperty();
            if (property.isAnnotationPresent(ColumnType.class) || property.isAssociation() || !property.isEntity()) {
                addColumn(property, below.getColumnInfo().name().getReference(), isKey, inNullable);
            } else if (property.isEmbedded() || isKey) {
                addProperties(below, isKey, inNullable || !isRequired(property));
            } else {
                children.add(below);
            }
        }
    }

    private void addColumn(RelationalPersistentProperty property, String column, boolean isKey, boolean inNullable) {
        var isReference = AggregateReference.class.isAssignableFrom(property.getType());
        var type = isReference ? referenceId(property) : property.getType();
        var said = property.findAnnotation(ColumnDefault.class);
        var defaultValue = said == null ? null : said.value();
        var isNumbered = false;
        if (isKey && key.isEmpty() && property.isIdProperty() && defaultValue == null) {
            isNumbered = NUMBERED.contains(ClassUtils.resolvePrimitiveIfNecessary(type));
            defaultValue = type == UUID.class ? "gen_random_uuid()" : null;
        }
        if (property.isVersionProperty() && defaultValue == null) {
            // A program that does not know the column goes on inserting.
            defaultValue = "0";
        }
        var notNull = isKey || property.isVersionProperty() || (!inNullable && isRequired(property));
        columns.add(new ColumnModel(
                column, ColumnTypes.of(property, type), notNull, defaultValue, isNumbered ? "by default" : null));
        if (isKey) {
            key.add(column);
        }
        addRules(property, column, isReference);
    }

    private void addRules(RelationalPersistentProperty property, String column, boolean isReference) {
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
        RelationalPersistentEntity<?> entity = context.getRequiredPersistentEntity(target);
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

    private static boolean isRequired(RelationalPersistentProperty property) {
        var field = property.getField();
        return field != null
                && (Nullness.forField(field) == Nullness.NON_NULL || field.isAnnotationPresent(NotNull.class));
    }

    private static Class<?> referenceId(RelationalPersistentProperty property) {
        return argument(property, 1);
    }

    private static Class<?> referenceTarget(RelationalPersistentProperty property) {
        if (!AggregateReference.class.isAssignableFrom(property.getType())) {
            throw new InvalidMapping("%s.%s does not say what it refers to: @ForeignKey(Some.class)."
                    .formatted(property.getOwner().getType().getSimpleName(), property.getName()));
        }
        return argument(property, 0);
    }

    private static Class<?> argument(RelationalPersistentProperty property, int position) {
        return property.getTypeInformation().getTypeArguments().get(position).getType();
    }

    private static <A extends Annotation> Stream<A> all(Class<?> type, Class<A> annotation) {
        return Stream.of(type.getAnnotationsByType(annotation));
    }
}
