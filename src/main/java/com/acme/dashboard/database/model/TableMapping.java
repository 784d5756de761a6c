package com.acme.dashboard.database.model;

import com.acme.dashboard.common.schema.ColumnDefault;
import com.acme.dashboard.common.schema.ColumnType;
import com.acme.dashboard.database.schema.SqlNames;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Nullness;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/** One table: an aggregate's, or that of the entities that an aggregate holds. */
final class TableMapping {

    private static final Set<Class<?>> NUMBERED = Set.of(Short.class, Integer.class, Long.class);

    private final AggregatePath path;
    private final String table;
    private final TableRules rules;
    private final List<ColumnModel> columns = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private final List<AggregatePath> children = new ArrayList<>();

    TableMapping(AggregatePath path, RelationalMappingContext context, SqlNames names) {
        this.path = path;
        this.table = path.getTableInfo().qualifiedTableName().getReference();
        this.rules = new TableRules(table, context, names);
        if (!path.isRoot()) {
            addParent();
        }
        addProperties(path, false, false);
        rules.addKey(key);
        rules.addOfClass(path.getRequiredLeafEntity().getType());
    }

    TableModel model() {
        return TableModel.of(table, columns, rules.constraints(), rules.indexes());
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
        rules.addParent(reference, parentTable, idColumn);
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
        rules.addOfColumn(property, column);
    }

    private static boolean isRequired(RelationalPersistentProperty property) {
        var field = property.getField();
        return field != null
                && (Nullness.forField(field) == Nullness.NON_NULL || field.isAnnotationPresent(NotNull.class));
    }

    /** The type of the other aggregate's id. */
    private static Class<?> referenceId(RelationalPersistentProperty property) {
        return property.getTypeInformation().getTypeArguments().get(1).getType();
    }
}
