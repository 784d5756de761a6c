package com.acme.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at every request before anything knows who makes it: with an idle or ended session it is nobody. */
final class SignedInSessionFilter extends OncePerRequestFilter {

    private final SignedInSessions sessions;

    SignedInSessionFilter(SignedInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            sessions.goesOn(session);
        }
        chain.doFilter(request, response);
    }
}
