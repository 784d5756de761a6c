package com.acme.dashboard.database.model;

import com.acme.dashboard.common.schema.ColumnType;
import com.acme.dashboard.database.schema.SqlNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.AggregatePath;

/**
 * Reads the schema off mapped classes: tables, columns and keys as Spring Data JDBC names them, everything else as
 * annotations and types tell. Starts no application.
 */
public final class AggregateMapping {

    private final JdbcMappingContext context = JdbcMappingContext.forQuotedIdentifiers();
    private final SqlNames names;
    private final List<TableModel> tables = new ArrayList<>();

    private AggregateMapping(SqlNames names) {
        this.names = names;
        context.setSimpleTypeHolder(new ColumnTypeHolder());
    }

    /**
     * The schema that these classes describe.
     *
     * @throws InvalidMapping if one of them describes none
     */
    public static SchemaModel read(Collection<Class<?>> aggregates, SqlNames names) {
        var mapping = new AggregateMapping(names);
        for (var aggregate : aggregates) {
            try {
                var root = mapping.context.getAggregatePath(mapping.context.getRequiredPersistentEntity(aggregate));
                mapping.addTable(root);
            } catch (MappingException | IllegalStateException e) {
                throw new InvalidMapping(
                        "%s cannot be mapped to a table: %s".formatted(aggregate.getSimpleName(), e.getMessage()), e);
            }
        }
        return SchemaModel.of(mapping.tables);
    }

    private void addTable(AggregatePath path) {
        var table = new TableMapping(path, context, names);
        tables.add(table.model());
        table.children().forEach(this::addTable);
    }

    /** A type that says which column type it has is one value, however it is made. */
    private static final class ColumnTypeHolder extends SimpleTypeHolder {

        ColumnTypeHolder() {
            super(java.util.Set.of(), JdbcSimpleTypes.HOLDER);
        }

        @Override
        public boolean isSimpleType(Class<?> type) {
            return type.isAnnotationPresent(ColumnType.class) || super.isSimpleType(type);
        }
    }
}
