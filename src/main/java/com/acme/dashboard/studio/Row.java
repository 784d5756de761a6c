package com.acme.dashboard.studio;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as a grid shows it.
 *
 * @param number its place in the order that was asked for, from 0
 * @param identity which row it is; null in a view, whose rows cannot be told apart
 * @param cells of the columns in their order; null where there is no value, and in secret columns
 */
public record Row(long number, @Nullable RowIdentity identity, List<@Nullable Cell> cells) {

    public Row {
        cells = Collections.unmodifiableList(Arrays.asList(cells.toArray(Cell[]::new)));
    }
}
