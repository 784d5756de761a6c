package com.acme.dashboard.database.migration;

import com.acme.dashboard.common.StartFailure;
import com.acme.dashboard.database.CommandNames;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Part of the readiness: down while change sets are pending. Asks the database at most once a second until
 * nothing is pending and never again, because what is applied stays applied and a database that is down for a moment
 * is no reason to take every instance out of the load balancer.
 */
final class MigrationsHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationsHealthIndicator.class);

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Migrations migrations;
    private final LongSupplier nanoTime;
    private volatile Health health = Health.unknown().build();
    private String lastReason = "";
    private long lastLookNanos;

    MigrationsHealthIndicator(Migrations migrations) {
        this(migrations, System::nanoTime);
    }

    MigrationsHealthIndicator(Migrations migrations, LongSupplier nanoTime) {
        this.migrations = migrations;
        this.nanoTime = nanoTime;
        this.lastLookNanos = nanoTime.getAsLong() - PAUSE_NANOS;
    }

    @Override
    public Health health() {
        refresh();
        return health;
    }

    /** Looks at the database if it is time to, and logs what is in the way. */
    synchronized void refresh() {
        if (!health.equals(Health.up().build()) && nanoTime.getAsLong() - lastLookNanos >= PAUSE_NANOS) {
            health = look();
            lastLookNanos = nanoTime.getAsLong();
        }
    }

    private Health look() {
        List<ChangeSetName> pending;
        try {
            pending = migrations.pending();
        } catch (StartFailure failure) {
            return notReady("the database cannot be looked at: " + failure.getMessage());
        }
        if (!pending.isEmpty()) {
            var which = pending.size() == 1
                    ? "the change set %s is pending"
                    : pending.size() + " change sets are pending, from %s on";
            return notReady(CommandNames.forHere(which.formatted(pending.getFirst()) + "; run ./db migrate:prod"));
        }
        if (!lastReason.isEmpty()) {
            LOG.info("Ready: no change set is pending any more");
        }
        return Health.up().build();
    }

    /** Each reason is logged once, however often somebody asks. */
    private Health notReady(String reason) {
        if (!reason.equals(lastReason)) {
            LOG.warn("Not ready: {}", reason);
            lastReason = reason;
        }
        return Health.down().build();
    }
}
