package com.acme.dashboard.studio;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.studio.EntityDiagram.Relationship;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tables and their foreign keys as a diagram, for those with Studio's permission. */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class StudioDiagrams {

    /** So many tables are shown at most. */
    public static final int MOST_TABLES = 500;

    /** Up to so many tables are shown with all their columns unless somebody wants it otherwise. */
    static final int DETAILED_TABLES = 40;

    private final DatabaseServer server;
    private final DiagramQueries queries;

    StudioDiagrams(DatabaseServer server, DiagramQueries queries) {
        this.server = server;
        this.queries = queries;
    }

    /**
     * The diagram of a schema, or of one table with its neighbours.
     *
     * @throws org.springframework.dao.DataAccessException where the database does not answer
     */
    public EntityDiagram diagram(DiagramQuery query) {
        var all = queries.tables();
        var schemas = all.stream().map(TableName::schema).distinct().toList();
        var focus = focus(all, schemas, query);
        var schema = focus.map(TableName::schema).orElseGet(() -> schema(schemas, query.schema()));
        var tables = all.stream().filter(table -> table.schema().equals(schema)).toList();
        var relationships = between(Set.copyOf(all), queries.relationships());
        var keys = relationships.stream()
                .map(Relationship::key)
                .filter(key -> ends(key).anyMatch(table -> table.schema().equals(schema)))
                .toList();
        var wanted = focus.filter(_ -> query.neighbours())
                .map(table -> neighbours(table, keys))
                .orElseGet(() -> withRelated(tables, keys));
        var shown = most(wanted, keys, focus.orElse(null));
        var detail = query.detail() == null ? detail(shown.size()) : query.detail();
        var entities = queries.entities(shown, detail == DiagramDetail.ALL);
        return new EntityDiagram(
                server.url().database(),
                schema,
                schemas,
                tables,
                focus.orElse(null),
                focus.isPresent() && query.neighbours(),
                detail,
                entities,
                wanted.size() - shown.size(),
                between(shown, relationships));
    }

    private static String schema(List<String> schemas, @Nullable String wanted) {
        if (wanted != null && schemas.contains(wanted)) {
            return wanted;
        }
        return schemas.isEmpty() || schemas.contains(TableName.USUAL_SCHEMA)
                ? TableName.USUAL_SCHEMA
                : schemas.getFirst();
    }

    /** Of a partition it is the partitioned table: parts are not shown. */
    private Optional<TableName> focus(List<TableName> all, List<String> schemas, DiagramQuery query) {
        if (query.table() == null) {
            return Optional.empty();
        }
        var schema = query.schema() == null ? schema(schemas, null) : query.schema();
        var table = new TableName(schema, query.table());
        return all.contains(table)
                ? Optional.of(table)
                : queries.partitionedTable(table).filter(all::contains);
    }

    private static List<Relationship> between(Collection<TableName> tables, List<Relationship> relationships) {
        return relationships.stream()
                .filter(relationship -> ends(relationship.key()).allMatch(tables::contains))
                .toList();
    }

    private static Stream<TableName> ends(ForeignKey key) {
        return Stream.of(key.from(), key.to());
    }

    private static Set<TableName> withRelated(Collection<TableName> tables, List<ForeignKey> keys) {
        var all = new TreeSet<>(tables);
        keys.stream().flatMap(StudioDiagrams::ends).forEach(all::add);
        return all;
    }

    private static Set<TableName> neighbours(TableName table, List<ForeignKey> keys) {
        return withRelated(
                List.of(table),
                keys.stream().filter(key -> ends(key).anyMatch(table::equals)).toList());
    }

    /** Of too many those that say most: the one that it is about, then those with the most keys. */
    private static Set<TableName> most(Set<TableName> tables, List<ForeignKey> keys, @Nullable TableName focus) {
        if (tables.size() <= MOST_TABLES) {
            return tables;
        }
        var references = keys.stream()
                .flatMap(StudioDiagrams::ends)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return tables.stream()
                .sorted(Comparator.comparing((TableName table) -> !table.equals(focus))
                        .thenComparingLong(table -> -references.getOrDefault(table, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_TABLES)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DiagramDetail detail(int tables) {
        return tables <= DETAILED_TABLES ? DiagramDetail.ALL : DiagramDetail.KEYS;
    }
}
