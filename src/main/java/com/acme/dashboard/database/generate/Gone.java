package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table or column that is gone from the code.
 *
 * @param table the column's table; null where a table is gone
 * @param candidates what is new in the same place: perhaps it is that under another name
 */
public record Gone(@Nullable String table, String name, List<String> candidates) {

    /** Everything that is gone. */
    static List<Gone> between(SchemaModel actual, SchemaModel wanted) {
        var gone = new ArrayList<Gone>();
        var newTables = missing(wanted.tables(), actual.tables());
        for (var before : actual.tables().values()) {
            var after = wanted.table(before.name());
            if (after == null) {
                gone.add(new Gone(null, before.name(), newTables));
            } else {
                var newColumns = missing(after.columns(), before.columns());
                missing(before.columns(), after.columns())
                        .forEach(column -> gone.add(new Gone(before.name(), column, newColumns)));
            }
        }
        return gone;
    }

    /** The names that only the first has. */
    static List<String> missing(Map<String, ?> of, Map<String, ?> in) {
        return of.keySet().stream().filter(name -> !in.containsKey(name)).toList();
    }

    /** Such as {@code The column todos.note}. */
    public String described() {
        return table == null ? "The table " + name : "The column " + table + "." + name;
    }

    /** The argument of {@code --rename} that says it is called that now. */
    public String renamedTo(String candidate) {
        return (table == null ? "" : table + ".") + name + ":" + candidate;
    }
}
