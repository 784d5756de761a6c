package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.AuditFilter;
import com.acme.dashboard.studio.AuditRecord;
import com.acme.dashboard.studio.StudioAuditLog;
import java.util.List;
import java.util.TreeMap;

/**
 * The records that a filter lets through, by their place. A page begins behind the last record of the nearest one that was
 * read before it, so that those far down cost no more than the first, and what is added meanwhile moves none of them.
 */
final class AuditPages {

    private final StudioAuditLog log;
    private final AuditFilter filter;

    /** By place: the number behind which that place is. */
    private final TreeMap<Integer, Long> known = new TreeMap<>();

    AuditPages(StudioAuditLog log, AuditFilter filter) {
        this.log = log;
        this.filter = filter;
        known.put(0, StudioAuditLog.NEWEST);
    }

    /** So many records from that place on, from 0. */
    List<AuditRecord> read(int place, int limit) {
        var nearest = known.floorEntry(place);
        var records = log.page(filter, nearest.getValue(), (long) place - nearest.getKey(), limit);
        if (!records.isEmpty()) {
            known.put(place + records.size(), records.getLast().id());
        }
        return records;
    }
}
