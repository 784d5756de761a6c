package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is known of things by their old names, asked for by the new ones. */
final class Renamed {

    private Renamed() {}

    static Predicate<Name> managed(Predicate<Name> byOldName, List<Rename> renames) {
        return name -> byOldName.test(before(name, renames));
    }

    private static Name before(Name name, List<Rename> renames) {
        var table = name.table();
        var own = name.name();
        if (name.kind() == Kind.COLUMN) {
            own = back(table, own, renames);
        } else if (name.kind() == Kind.TABLE) {
            own = back(null, own, renames);
        }
        return new Name(name.kind(), table == null ? null : back(null, table, renames), own);
    }

    private static String back(@Nullable String table, String name, List<Rename> renames) {
        return renames.stream()
                .filter(rename ->
                        Objects.equals(rename.table(), table) && rename.to().equals(name))
                .map(Rename::from)
                .findFirst()
                .orElse(name);
    }
}
