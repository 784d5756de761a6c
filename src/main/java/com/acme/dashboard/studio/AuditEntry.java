package com.acme.dashboard.studio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What is about to be written into the audit table.
 *
 * @param actor who does it: the name that they signed in with
 * @param statement in full, but for secrets
 * @param parameters the statement's, as text; empty where it has none
 * @param rows how many rows it changed or has; null where that means nothing, or is not known
 * @param reason why, in the actor's words; null where nobody was asked
 */
public record AuditEntry(
        String actor,
        AuditKind kind,
        String statement,
        List<@Nullable String> parameters,
        @Nullable Long rows,
        @Nullable String reason) {

    /** Keeps a copy of the parameters. */
    public AuditEntry {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    }

    /**
     * Of whoever is signed in.
     *
     * @throws AuthenticationCredentialsNotFoundException where that is nobody
     */
    public static AuditEntry of(AuditKind kind, String statement) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
        }
        return new AuditEntry(authentication.getName(), kind, statement, List.of(), null, null);
    }

    AuditEntry withParameters(List<@Nullable String> values) {
        return new AuditEntry(actor, kind, statement, values, rows, reason);
    }

    /** The same with that number of rows. */
    public AuditEntry withRows(@Nullable Long number) {
        return new AuditEntry(actor, kind, statement, parameters, number, reason);
    }

    AuditEntry withReason(String words) {
        return new AuditEntry(actor, kind, statement, parameters, rows, words);
    }
}
