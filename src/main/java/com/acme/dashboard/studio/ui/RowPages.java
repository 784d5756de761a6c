package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowPosition;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableShape;
import java.util.List;

/**
 * The rows that a grid asks for, by their number. A page begins behind the last row of the nearest one that was read before
 * it.
 */
final class RowPages {

    private final StudioRows rows;
    private final TableShape shape;
    private final RowQuery query;
    private final PageEnds<RowPosition> ends = new PageEnds<>();

    RowPages(StudioRows rows, TableShape shape, RowQuery query) {
        this.rows = rows;
        this.shape = shape;
        this.query = query;
    }

    /** The rows from that number on. */
    List<Row> read(int first, int limit) {
        var page = ends.before(first)
                .map(known -> rows.page(shape, query, known.getValue(), first, first - known.getKey(), limit))
                .orElseGet(() -> rows.page(shape, query, null, first, first, limit));
        var end = page.end();
        if (end != null) {
            ends.remember((long) first + page.rows().size(), end);
        }
        return page.rows();
    }
}
