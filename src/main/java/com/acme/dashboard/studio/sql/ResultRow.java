package com.acme.dashboard.studio.sql;

import java.util.List;

/**
 * A row of a result.
 *
 * @param number from 1
 */
public record ResultRow(int number, List<ResultValue> values) {

    public ResultRow {
        values = List.copyOf(values);
    }
}
