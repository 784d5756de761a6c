package com.acme.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows in their order.
 *
 * @param end behind the last of them, from where the next page is found at once however far down it is; null where the order
 *     knows no such thing
 */
public record RowPage(List<Row> rows, @Nullable RowPosition end) {

    public RowPage {
        rows = List.copyOf(rows);
    }
}
