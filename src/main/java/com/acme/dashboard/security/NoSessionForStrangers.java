package com.acme.dashboard.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionExpiredHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps requests of who is not signed in from beginning a session, which would let anybody fill the memory: Vaadin begins
 * one for whatever is no file of its own, and the check of CSRF tokens one to keep a token in. Behind it goes
 * {@link NotFound}.
 */
public final class NoSessionForStrangers extends OncePerRequestFilter {

    private NoSessionForStrangers() {}

    /** Puts it into the chain. */
    public static void addTo(HttpSecurity http) {
        http.addFilterBefore(new NoSessionForStrangers(), AuthorizationFilter.class);
        // Who is nobody cannot be made to do anything.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(request -> request.getSession(false) == null));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request.getUserPrincipal() == null ? new WithoutNewSession(request) : request, response);
    }

    /** Has the session that is there, or none: Vaadin takes the latter for one that has expired. */
    private static final class WithoutNewSession extends HttpServletRequestWrapper {

        WithoutNewSession(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable HttpSession getSession() {
            return super.getSession(false);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return super.getSession(false);
        }
    }

    /** Answers a stranger who asks for a file that does not exist. */
    public static final class NotFound implements SessionExpiredHandler, VaadinServiceInitListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void serviceInit(ServiceInitEvent event) {
            event.addRequestHandler(this);
        }

        @Override
        public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response) {
            return false;
        }

        @Override
        public boolean handleSessionExpired(VaadinRequest request, VaadinResponse response) throws IOException {
            // What a page asks for, whose session has indeed expired, has this parameter.
            if (request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) != null) {
                return false;
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
            return true;
        }
    }
}
