package com.acme.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables and the foreign keys between them: those of one schema, and those of others that are related to them.
 *
 * @param database the database's name
 * @param schema whose tables they are
 * @param schemas all that have tables, by name
 * @param tables all of the schema, by name, shown or not
 * @param focus the table that it is about; null for none
 * @param neighbours whether only that table and what is related to it is shown
 * @param detail which columns are shown
 * @param entities the tables that are shown, by schema and name
 * @param leftOut how many tables are not shown because there are too many
 * @param relationships the foreign keys between tables that are shown
 */
public record EntityDiagram(
        String database,
        String schema,
        List<String> schemas,
        List<TableName> tables,
        @Nullable TableName focus,
        boolean neighbours,
        DiagramDetail detail,
        List<Entity> entities,
        int leftOut,
        List<Relationship> relationships) {

    public EntityDiagram {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        entities = List.copyOf(entities);
        relationships = List.copyOf(relationships);
    }

    /**
     * A table.
     *
     * @param columns in their order: with {@link DiagramDetail#ALL} the first ones and those of keys, else only the latter
     * @param hidden how many columns a table that is shown with all of them has beyond these
     */
    public record Entity(TableName name, List<EntityColumn> columns, int hidden) {

        public Entity {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column.
     *
     * @param type as SQL writes it
     * @param primary whether it is part of the primary key
     * @param foreign whether it is part of a foreign key
     */
    public record EntityColumn(String name, String type, boolean primary, boolean foreign) {}

    /**
     * A foreign key.
     *
     * @param many whether several rows may reference the same one; where it cannot be told they may
     * @param optional whether a row may reference none
     */
    public record Relationship(ForeignKey key, boolean many, boolean optional) {}
}
