package com.acme.dashboard.database.schema;

import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Catalogs as text: a thing a line, such as {@code column notes.id | type: integer | not null}. */
final class Catalogs {

    private static final Set<Kind> OF_A_TABLE =
            EnumSet.of(Kind.COLUMN, Kind.CONSTRAINT, Kind.INDEX, Kind.TRIGGER, Kind.RULE, Kind.POLICY, Kind.STATISTICS);

    private Catalogs() {}

    static Catalog of(String things) {
        Map<Name, SortedMap<String, String>> facts = new LinkedHashMap<>();
        things.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var parts = line.strip().split(" +\\| +", -1);
            SortedMap<String, String> known = new TreeMap<>();
            for (var index = 1; index < parts.length; index++) {
                var fact = parts[index].split(": ", 2);
                known.put(fact[0], fact.length == 1 ? "yes" : fact[1]);
            }
            facts.put(name(parts[0]), known);
        });
        return Catalog.of(facts);
    }

    private static Name name(String text) {
        var words = text.split(" ", 2);
        var kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
        var dot = OF_A_TABLE.contains(kind) ? words[1].indexOf('.') : -1;
        return new Name(kind, dot < 0 ? null : words[1].substring(0, dot), words[1].substring(dot + 1));
    }
}
