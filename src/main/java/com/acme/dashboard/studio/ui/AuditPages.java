package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.AuditFilter;
import com.acme.dashboard.studio.AuditRecord;
import com.acme.dashboard.studio.StudioAuditLog;
import java.util.List;
import java.util.Map;

/**
 * The records that a filter lets through, by their place. A page begins behind the last record of the nearest one that was
 * read before it, so that those far down cost no more than the first, and what is added meanwhile moves none of them.
 */
final class AuditPages {

    private static final Map.Entry<Long, Long> BEGINNING = Map.entry(0L, StudioAuditLog.NEWEST);

    private final StudioAuditLog log;
    private final AuditFilter filter;

    /** The number of the last record of each. */
    private final PageEnds<Long> ends = new PageEnds<>();

    AuditPages(StudioAuditLog log, AuditFilter filter) {
        this.log = log;
        this.filter = filter;
    }

    /** So many records from that place on, from 0. */
    List<AuditRecord> read(int place, int limit) {
        var nearest = ends.before(place).orElse(BEGINNING);
        var records = log.page(filter, nearest.getValue(), place - nearest.getKey(), limit);
        if (!records.isEmpty()) {
            ends.remember((long) place + records.size(), records.getLast().id());
        }
        return records;
    }
}
