package com.acme.dashboard.common.export;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The places of exports that run at the same time: each takes a connection to the database for as long as its file takes. */
public final class ExportSlots {

    private final Semaphore free;
    private final Set<ExportRun> running = ConcurrentHashMap.newKeySet();
    private final Duration longest;
    private final Clock clock;

    /**
     * Free ones.
     *
     * @param atOnce how many
     * @param longest how long an export may have one, however slowly its file is fetched
     */
    public ExportSlots(int atOnce, Duration longest, Clock clock) {
        free = new Semaphore(atOnce);
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * Takes one, until the export that begins has been read or cancelled, or others need the place and nobody has come for the file in time.
     *
     * @throws TooManyExports where none is free
     */
    public ExportRun take() {
        if (!free.tryAcquire()) {
            running.forEach(ExportRun::giveUpIfNotFetched);
            if (!free.tryAcquire()) {
                throw new TooManyExports();
            }
        }
        var run = new ExportRun(clock, longest, this::giveBack);
        running.add(run);
        return run;
    }

    private void giveBack(ExportRun ended) {
        running.remove(ended);
        free.release();
    }
}
