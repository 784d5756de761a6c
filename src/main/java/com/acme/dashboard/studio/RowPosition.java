package com.acme.dashboard.studio;

import java.util.List;

/** Behind which row a page begins: the values of the columns that the order consists of, as text. */
public record RowPosition(List<String> values) {

    public RowPosition {
        values = List.copyOf(values);
    }
}
