package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a changelog has built in a scratch database.
 *
 * @param unmanaged what the change sets have made that say {@code -- unmanaged: reason}
 */
record ChangelogSchema(Catalog catalog, Set<Name> unmanaged) {

    /** What tables consist of, with the numbers that stay the same when they are renamed. */
    private static final String PARTS = """
            with mine as (
                select oid, relname, relkind from pg_class where relnamespace = current_schema()::regnamespace
            )
            select 'table ' || oid, 'TABLE', null, relname from mine where relkind in ('r', 'p', 'f')
            union all
            select 'column ' || attrelid || '.' || attnum, 'COLUMN', relname, attname
            from mine join pg_attribute on attrelid = mine.oid and attnum > 0 and not attisdropped
            where relkind in ('r', 'p', 'f')
            union all
            select 'constraint ' || c.oid, 'CONSTRAINT', relname, conname from mine join pg_constraint c on conrelid = mine.oid
            union all
            select 'index ' || mine.oid, 'INDEX', on_table.relname, mine.relname
            from mine join pg_index on indexrelid = mine.oid join pg_class on_table on on_table.oid = indrelid
            """;

    /** Builds it in an empty scratch database; both connections are to that one, and the second has no open transaction. */
    static ChangelogSchema build(Connection scratch, Connection look, Changelog changelog) throws SQLException {
        var history = new History(look, changelog.unmanaged());
        changelog.build(scratch, _ -> true, history);
        return new ChangelogSchema(Catalog.read(scratch), history.unmanaged());
    }

    /** Whether a mapped class is to describe this; what belongs to an unmanaged table is unmanaged, too. */
    boolean isManaged(Name name) {
        var table = name.table();
        return !unmanaged.contains(name) && (table == null || !unmanaged.contains(new Name(Kind.TABLE, null, table)));
    }

    /** Follows what each change set has made, whatever it is called later. */
    private static final class History implements MigrationListener {

        private final Connection look;
        private final Set<ChangeSetName> unmanagedChangeSets;
        private final Set<String> unmanaged = new HashSet<>();
        private Map<String, Name> parts = Map.of();

        History(Connection look, Set<ChangeSetName> unmanagedChangeSets) {
            this.look = look;
            this.unmanagedChangeSets = unmanagedChangeSets;
        }

        @Override
        public void applied(ChangeSetName changeSet, Duration took) {
            try {
                var before = parts;
                parts = read();
                if (unmanagedChangeSets.contains(changeSet)) {
                    parts.keySet().stream()
                            .filter(part -> !before.containsKey(part))
                            .forEach(unmanaged::add);
                }
            } catch (SQLException e) {
                throw new MigrationFailed(
                        "What %s has made cannot be read: %s".formatted(changeSet, e.getMessage()), e);
            }
        }

        private Map<String, Name> read() throws SQLException {
            Map<String, Name> found = new HashMap<>();
            try (var statement = look.createStatement();
                    var rows = statement.executeQuery(PARTS)) {
                while (rows.next()) {
                    found.put(
                            rows.getString(1),
                            new Name(Kind.valueOf(rows.getString(2)), rows.getString(3), rows.getString(4)));
                }
            }
            return found;
        }

        Set<Name> unmanaged() {
            var names = new HashSet<Name>();
            parts.forEach((part, name) -> {
                if (unmanaged.contains(part)) {
                    names.add(name);
                }
            });
            return Set.copyOf(names);
        }
    }
}
