package com.acme.dashboard.studio;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * Whether the person who is signed in may change something. In development and tests they may; in production after they have
 * said why, for a while, and only in the session in which they said it. Nowhere without the audit table.
 *
 * <p>Every method throws {@link org.springframework.dao.DataAccessException} where the database does not answer.
 */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class EditingPermit {

    /** In characters. */
    public static final int LONGEST_REASON = 500;

    private final Environment environment;
    private final StudioAudit audit;
    private final StudioDatabase database;
    private final Clock clock;
    private final Duration duration;

    /** By the very object that signing in made, which a session keeps: another session of the same person has another one. */
    private final Cache<Authentication, Instant> ends =
            Caffeine.newBuilder().weakKeys().build();

    EditingPermit(
            DatabaseServer server,
            StudioAudit audit,
            StudioDatabase database,
            Clock clock,
            @Value("${acme.studio.editing:15m}") Duration duration) {
        this.environment = server.environment();
        this.audit = audit;
        this.database = database;
        this.clock = clock;
        this.duration = duration;
    }

    /** What holds in this session, now. */
    public EditingState current() {
        return audit.table().isEmpty() ? new EditingState.Unaudited() : permitted();
    }

    /**
     * Where to write down what is about to be changed.
     *
     * @throws EditingRefused where nothing may be changed
     */
    public AuditTrail require() {
        var trail = audit.trail().orElseThrow(() -> new EditingRefused(new EditingState.Unaudited()));
        var state = permitted();
        if (!state.allowed()) {
            throw new EditingRefused(state);
        }
        return trail;
    }

    /**
     * Switches editing on in this session, for a while from now; the reason is written down.
     *
     * @throws IllegalArgumentException where the reason is blank or longer than {@link #LONGEST_REASON}
     * @throws EditingRefused where there is nowhere to write it
     */
    public EditingState begin(String reason) {
        var words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has 1 to %d characters".formatted(LONGEST_REASON));
        }
        var session = session();
        var end = clock.instant().plus(duration);
        write(AuditEntry.of(AuditKind.PERMIT, "editing on until " + end).withReason(words));
        ends.put(session, end);
        return permitted();
    }

    /** Switches editing off in this session, if it is on. */
    public EditingState end() {
        if (permitted() instanceof EditingState.Until) {
            ends.invalidate(session());
            write(AuditEntry.of(AuditKind.PERMIT, "editing off"));
        }
        return permitted();
    }

    private EditingState permitted() {
        if (environment != Environment.PROD) {
            return new EditingState.Always();
        }
        var end = ends.getIfPresent(session());
        return end != null && clock.instant().isBefore(end)
                ? new EditingState.Until(end)
                : new EditingState.Off(duration);
    }

    private void write(AuditEntry entry) {
        var trail = audit.trail().orElseThrow(() -> new EditingRefused(new EditingState.Unaudited()));
        database.write(client -> {
            trail.record(client, entry);
            return entry;
        });
    }

    private static Authentication session() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
        }
        return authentication;
    }
}
