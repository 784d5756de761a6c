package com.acme.dashboard.studio;

import com.acme.dashboard.database.schema.Identifiers;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The rows that a foreign key can name, for those with Studio's permission who look for one. */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class StudioReferences {

    /** So many texts tell a person which row it is. */
    private static final int TEXTS = 2;

    /** In characters, of all of them together. */
    private static final int LONGEST = 120;

    private final StudioDatabase database;
    private final CatalogQueries catalog;

    StudioReferences(StudioDatabase database, CatalogQueries catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /**
     * The rows whose value or words contain a text, by their value.
     *
     * @param key of one column
     * @param text empty for every row
     * @throws IllegalArgumentException where the foreign key has several columns, or names a secret one
     * @throws org.springframework.dao.DataAccessException where the database does not answer in time
     */
    public List<Reference> find(ForeignKey key, String text, int offset, int limit) {
        return catalog.shape(key.to())
                .map(shape -> find(shape, named(key, shape), text, offset, limit))
                .orElse(List.of());
    }

    private static TableColumn named(ForeignKey key, TableShape shape) {
        if (key.toColumns().size() != 1) {
            throw new IllegalArgumentException("A foreign key of several columns: " + key.name());
        }
        return shape.column(key.toColumns().getFirst())
                .filter(column -> !column.secret())
                .orElseThrow(() -> new IllegalArgumentException("Not readable: " + key.name()));
    }

    private List<Reference> find(TableShape shape, TableColumn named, String text, int offset, int limit) {
        var value = Identifiers.quote(named.name());
        var words = shape.columns().stream()
                .filter(column -> column.kind() == ValueKind.TEXT && !column.secret() && !column.equals(named))
                .limit(TEXTS)
                .map(column -> "left(%s::text, %d)".formatted(Identifiers.quote(column.name()), LONGEST / TEXTS))
                .collect(Collectors.joining(", "));
        return database.read(client -> client.sql("""
                        select value, words
                        from (select %1$s::text as value, concat_ws(', '%2$s) as words, %1$s as place from %3$s) candidates
                        where value is not null and (? = '' or strpos(lower(value || ' ' || words), lower(?)) > 0)
                        order by place, value
                        offset ? limit ?
                        """.formatted(
                                value,
                                words.isEmpty() ? ", ''" : ", " + words,
                                shape.name().quoted()))
                .param(text)
                .param(text)
                .param(offset)
                .param(limit)
                .query((row, _) -> new Reference(row.getString(1), row.getString(2)))
                .list());
    }
}
