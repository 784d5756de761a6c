package com.acme.dashboard.studio;

import java.util.List;

/**
 * A row that a foreign key can name.
 *
 * @param values of the columns that the foreign key names, in its order, as text
 * @param words what tells a person which row it is; empty where the table has no text
 */
public record Reference(List<String> values, String words) {

    public Reference {
        values = List.copyOf(values);
    }
}
