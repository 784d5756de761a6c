package com.acme.dashboard.studio;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What the database consists of, for those with Studio's permission.
 *
 * <p>Every method throws {@link org.springframework.dao.DataAccessException} where the database does not answer.
 */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class StudioCatalog {

    private final CatalogQueries queries;
    private final SchemaQueries schemas;

    StudioCatalog(CatalogQueries queries, SchemaQueries schemas) {
        this.queries = queries;
        this.schemas = schemas;
    }

    /** Every table and view of every schema that can be read, by schema and name; not the system's own. */
    public List<TableEntry> tables() {
        return queries.tables();
    }

    /** A table's columns, key and foreign keys; empty where there is no such table, or it cannot be read. */
    public Optional<TableShape> shape(TableName table) {
        return queries.shape(table);
    }

    /** How a table is made; empty where there is no such table, or it cannot be read. */
    public Optional<TableSchema> schema(TableName table) {
        return queries.shape(table).map(schemas::schema);
    }
}
