package com.acme.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a page reports that somebody is there ({@code frontend/scripts/activity.js}). */
@RestController
class ActivityReports {

    static final String PATH = "/session/activity";

    private final SignedInSessions sessions;

    ActivityReports(SignedInSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Notes that something was done.
     *
     * @param ago how many milliseconds ago
     * @return 204, or 401 where nobody is signed in any more
     */
    @PostMapping(PATH)
    ResponseEntity<Void> report(HttpServletRequest request, @RequestParam(defaultValue = "0") long ago) {
        var session = request.getSession(false);
        var signedIn = session != null && sessions.active(session, Duration.ofMillis(ago));
        return ResponseEntity.status(signedIn ? HttpStatus.NO_CONTENT : HttpStatus.UNAUTHORIZED)
                .build();
    }
}
