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
    private final SecretColumns secrets;

    StudioReferences(StudioDatabase database, CatalogQueries catalog, SecretColumns secrets) {
        this.database = database;
        this.catalog = catalog;
        this.secrets = secrets;
    }

    /**
     * The rows whose values or words contain a text, by their values.
     *
     * @param text empty for every row
     * @throws IllegalArgumentException where the foreign key names a secret column
     * @throws org.springframework.dao.DataAccessException where the database does not answer in time
     */
    public List<Reference> find(ForeignKey key, String text, int offset, int limit) {
        return catalog.shape(key.to())
                .map(shape -> find(shape, named(key, shape), text, offset, limit))
                .orElse(List.of());
    }

    private static List<String> named(ForeignKey key, TableShape shape) {
        for (var name : key.toColumns()) {
            if (shape.column(name).filter(column -> !column.secret()).isEmpty()) {
                throw new IllegalArgumentException("Not readable: " + key.name());
            }
        }
        return key.toColumns();
    }

    private List<Reference> find(TableShape shape, List<String> named, String text, int offset, int limit) {
        var key = Identifiers.quote(named);
        var values =
                named.stream().map(name -> Identifiers.quote(name) + "::text").toList();
        var words = shape.columns().stream()
                .filter(column -> column.kind() == ValueKind.TEXT && !column.secret() && !named.contains(column.name()))
                .limit(TEXTS)
                .map(column -> "left(%s::text, %d)".formatted(Identifiers.quote(column.name()), LONGEST / TEXTS))
                .toList();
        return database.read(client -> client.sql("""
                        select array[%1$s], concat_ws(', ', null%2$s)
                        from %3$s
                        where num_nulls(%4$s) = 0 and (? = '' or strpos(lower(concat_ws(' ', %1$s%2$s)), lower(?)) > 0)
                        order by %4$s
                        offset ? limit ?
                        """.formatted(
                                String.join(", ", values),
                                words.stream().map(word -> ", " + word).collect(Collectors.joining()),
                                shape.name().quoted(),
                                key))
                .param(text)
                .param(text)
                .param(offset)
                .param(limit)
                .query((row, _) ->
                        new Reference(List.of((String[]) row.getArray(1).getArray()), secrets.mask(row.getString(2))))
                .list());
    }
}
