package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowPosition;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableShape;
import java.util.List;
import java.util.TreeMap;

/**
 * The rows that a grid asks for, by their number. It remembers where pages ended, so that whoever scrolls on finds the next
 * page at once however far down the table it is.
 */
final class RowPages {

    /** So many ends are remembered; the oldest places in the table are forgotten first. */
    private static final int MOST = 2_000;

    private final StudioRows rows;
    private final TableShape shape;
    private final RowQuery query;
    private final TreeMap<Long, RowPosition> ends = new TreeMap<>();

    RowPages(StudioRows rows, TableShape shape, RowQuery query) {
        this.rows = rows;
        this.shape = shape;
        this.query = query;
    }

    /** The rows from that number on. */
    List<Row> read(int first, int limit) {
        var known = ends.floorEntry((long) first);
        var page = known == null
                ? rows.page(shape, query, null, first, first, limit)
                : rows.page(shape, query, known.getValue(), first, first - known.getKey(), limit);
        var end = page.end();
        if (end != null) {
            ends.put((long) first + page.rows().size(), end);
            if (ends.size() > MOST) {
                ends.pollFirstEntry();
            }
        }
        return page.rows();
    }
}
