package com.acme.dashboard.studio.sql;

import com.acme.dashboard.common.Characters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server says beside the rows of one statement, as far as it is shown. The driver keeps every notice until somebody
 * takes it, each with a stack trace: a loop that raises them would fill the memory of the whole application.
 */
final class Notices implements AutoCloseable {

    /** So many are shown, the first ones. */
    static final int KEPT = 20;

    /** So many characters of one are shown. */
    static final int LENGTH = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private static final String CUT = "…";

    private static final int MILLISECONDS_BETWEEN_LOOKS = 50;

    private final Statement statement;
    private final List<String> kept = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** The last one that was taken, which the driver may be about to add one to. */
    private @Nullable SQLWarning last;

    private Notices(Statement statement) {
        this.statement = statement;
    }

    /** Takes them from now on, while the statement runs, until this is closed. */
    static Notices of(Statement statement) {
        var notices = new Notices(statement);
        // Busy readers can hold all processors that virtual threads share: a virtual one could come too late.
        Thread.ofPlatform().name("notices").daemon().start(notices::watch);
        return notices;
    }

    /** Takes those that came with rows, on the thread that reads them: unlike a statement's they are safe on no other. */
    synchronized void take(ResultSet rows) throws SQLException {
        take();
        var came = rows.getWarnings();
        if (came != null) {
            rows.clearWarnings();
            keep(came);
        }
    }

    /** The first {@link #KEPT} that came until now, in their order. */
    synchronized List<String> first() throws SQLException {
        take();
        return List.copyOf(kept);
    }

    @Override
    public void close() {
        ended.countDown();
    }

    private void watch() {
        try {
            while (!ended.await(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                take();
            }
        } catch (SQLException closed) {
            LOG.debug("The statement has ended meanwhile", closed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The driver lets another thread do this. It may just be adding one behind the last of those that are cleared here: that
     * one is there at the latest when the statement has others again, so these are asked for first.
     */
    private synchronized void take() throws SQLException {
        var came = statement.getWarnings();
        if (came != null) {
            statement.clearWarnings();
        }
        if (last != null) {
            keep(last.getNextWarning());
        }
        keep(came);
    }

    private void keep(@Nullable SQLWarning first) {
        for (var notice = first; notice != null; notice = notice.getNextWarning()) {
            if (kept.size() < KEPT) {
                kept.add(cut(String.valueOf(notice.getMessage())));
            }
            last = notice;
        }
    }

    private static String cut(String message) {
        return Characters.count(message) <= LENGTH ? message : Characters.first(message, LENGTH) + CUT;
    }
}
