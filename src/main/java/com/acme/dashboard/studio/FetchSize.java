package com.acme.dashboard.studio;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many rows of an export the driver fetches at a time: many narrow ones, so that few ways to the server are made, and few
 * of wide ones, since all of them are in memory. How wide the next ones are, the last ones tell.
 */
final class FetchSize {

    /** With so many it begins, not knowing yet how wide they are. */
    static final int FIRST = 1;

    static final int MOST = 200;

    /** So many characters are to come at a time. */
    private static final int CHARACTERS = 4_000_000;

    /** What a row tells has less weight by this part with each row that follows: one wide row slows no millions down. */
    private static final int FADING = 16;

    private long width;

    /** Hears of each row that was read, before the next one is asked for. */
    void adapt(ResultSet rows, long characters) throws SQLException {
        width = Math.max(characters, width - width / FADING);
        rows.setFetchSize(Math.clamp(CHARACTERS / Math.max(1, width), 1, MOST));
    }
}
