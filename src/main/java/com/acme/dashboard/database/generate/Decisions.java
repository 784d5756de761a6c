package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.SchemaModel;
import com.acme.dashboard.database.model.TableModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a person has said about tables and columns that are gone from the code.
 *
 * @param renames each as {@code old:new} of tables and {@code table.old:new} of columns
 * @param allowDrops whether everything else that is gone is to be dropped with what it holds
 */
public record Decisions(List<String> renames, boolean allowDrops) {

    public Decisions {
        renames = List.copyOf(renames);
    }

    /** The same with one more rename. */
    public Decisions with(String rename) {
        var more = new ArrayList<>(renames);
        more.add(rename);
        return new Decisions(more, allowDrops);
    }

    /**
     * The renames, tables first.
     *
     * @throws InvalidRename if one names something that is not gone from the code, or not new in it
     */
    List<Rename> resolve(SchemaModel actual, SchemaModel wanted) {
        var resolved = new ArrayList<Rename>();
        var goneTables = new ArrayList<>(Gone.missing(actual.tables(), wanted.tables()));
        for (var said : renames) {
            var words = split(said);
            if (goneTables.contains(words.from) && words.table.isEmpty()) {
                requireNew(said, words.to, Gone.missing(wanted.tables(), actual.tables()));
                goneTables.remove(words.from);
                resolved.add(new Rename(null, words.from, words.to));
            }
        }
        Map<String, String> oldNames = resolved.stream().collect(Collectors.toMap(Rename::to, Rename::from));
        for (var said : renames) {
            var words = split(said);
            if (words.table.isEmpty()
                    && resolved.stream().anyMatch(rename -> rename.toString().equals(said))) {
                continue;
            }
            resolved.add(column(said, words, actual, wanted, oldNames));
        }
        return resolved;
    }

    private static Rename column(
            String said, Words words, SchemaModel actual, SchemaModel wanted, Map<String, String> oldNames) {
        var candidates = new ArrayList<TableModel>();
        for (var table : wanted.tables().values()) {
            var before = actual.table(oldNames.getOrDefault(table.name(), table.name()));
            if (before == null
                    || !(words.table.isEmpty()
                            || words.table.equals(table.name())
                            || words.table.equals(before.name()))) {
                continue;
            }
            if (before.columns().containsKey(words.from) && !table.columns().containsKey(words.from)) {
                requireNew(said, words.to, Gone.missing(table.columns(), before.columns()));
                candidates.add(table);
            }
        }
        if (candidates.size() != 1) {
            throw new InvalidRename(
                    candidates.isEmpty()
                            ? "--rename %s: no table or column of that name is gone from the code.".formatted(said)
                            : "--rename %s: several tables have lost that column; write table.old:new."
                                    .formatted(said));
        }
        return new Rename(candidates.getFirst().name(), words.from, words.to);
    }

    private static void requireNew(String said, String to, Collection<String> fresh) {
        if (!fresh.contains(to)) {
            throw new InvalidRename("--rename %s: %s is not new in the code.".formatted(said, to));
        }
    }

    private static Words split(String said) {
        var colon = said.indexOf(':');
        if (colon < 1 || colon == said.length() - 1 || said.indexOf(':', colon + 1) >= 0) {
            throw new InvalidRename(
                    "--rename %s: it is old:new for a table and table.old:new for a column.".formatted(said));
        }
        var from = said.substring(0, colon);
        var to = said.substring(colon + 1);
        var dot = from.indexOf('.');
        return new Words(
                dot < 0 ? "" : from.substring(0, dot),
                from.substring(dot + 1),
                dot < 0 ? to : to.substring(to.indexOf('.') + 1));
    }

    private record Words(String table, String from, String to) {}
}
