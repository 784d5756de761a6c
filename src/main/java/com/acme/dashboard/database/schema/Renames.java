package com.acme.dashboard.database.schema;

import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables and columns that are there under another name: exactly one is missing and exactly one is there that nobody
 * expects, and the two are alike. To make the one and to drop the other would lose the rows.
 */
final class Renames {

    private final Catalog expected;
    private final Catalog found;
    private final Map<Name, CatalogObject> byMissing = new HashMap<>();

    private Renames(Catalog expected, Catalog found) {
        this.expected = expected;
        this.found = found;
    }

    static Renames of(Catalog expected, Catalog found) {
        var renames = new Renames(expected, found);
        renames.findTables();
        renames.findColumns();
        return renames;
    }

    /** The thing under its other name; null where it is there as expected, or not at all. */
    @Nullable
    CatalogObject of(Name missing) {
        return byMissing.get(missing);
    }

    boolean isOtherNameOfSomething(Name unexpected) {
        return byMissing.values().stream().anyMatch(object -> object.name().equals(unexpected));
    }

    private void findTables() {
        for (var missing : without(expected, found, Kind.TABLE).toList()) {
            var alike = without(found, expected, Kind.TABLE)
                    .filter(candidate -> columns(found, candidate).equals(columns(expected, missing)))
                    .toList();
            remember(missing, alike);
        }
    }

    private void findColumns() {
        for (var missing : without(expected, found, Kind.COLUMN).toList()) {
            var alike = without(found, expected, Kind.COLUMN)
                    .filter(candidate -> Objects.equals(
                                    candidate.name().table(), missing.name().table())
                            && candidate.facts().equals(missing.facts()))
                    .toList();
            var rivals = without(expected, found, Kind.COLUMN)
                    .filter(other ->
                            Objects.equals(other.name().table(), missing.name().table())
                                    && other.facts().equals(missing.facts()))
                    .count();
            if (rivals == 1) {
                remember(missing, alike);
            }
        }
    }

    private void remember(CatalogObject missing, List<CatalogObject> alike) {
        if (alike.size() == 1 && !isOtherNameOfSomething(alike.getFirst().name())) {
            byMissing.put(missing.name(), alike.getFirst());
        }
    }

    private static Stream<CatalogObject> without(Catalog all, Catalog other, Kind kind) {
        return all.objects().values().stream()
                .filter(object -> object.name().kind() == kind)
                .filter(object -> !other.objects().containsKey(object.name()));
    }

    private static SortedMap<String, SortedMap<String, String>> columns(Catalog catalog, CatalogObject table) {
        SortedMap<String, SortedMap<String, String>> columns = new TreeMap<>();
        catalog.of(table.name().name(), Kind.COLUMN)
                .forEach(column -> columns.put(column.name().name(), column.facts()));
        return columns;
    }
}
