package com.acme.dashboard.security;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;

/** Begins the session of somebody who has signed in, and leads to the page that was asked for, else the dashboard. */
final class SignInSuccess extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInSuccess.class);

    private static final Duration DEVICE_REMEMBERED = Duration.ofDays(180);

    private final SignedInSessions sessions;
    private final KnownDevices devices;

    SignInSuccess(SignedInSessions sessions, KnownDevices devices) {
        this.sessions = sessions;
        this.devices = devices;
        setDefaultTargetUrl("/dashboard");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        var details = (AccountDetails) Objects.requireNonNull(authentication.getPrincipal());
        sessions.begin(request.getSession(), details.account(), details.fingerprint());
        tokenFor(details.account()).ifPresent(token -> remember(token, request, response));
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** Without one the browser is not known the next time, which is no reason to keep anybody out now. */
    private Optional<String> tokenFor(Account account) {
        try {
            return devices.tokenFor(account);
        } catch (DataAccessException failure) {
            LOG.warn("A browser that somebody has signed in from will not be known again", failure);
            return Optional.empty();
        }
    }

    /** Never by a parameter of the request, which could name any site. */
    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        return getDefaultTargetUrl();
    }

    private static void remember(String token, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(KnownDevices.COOKIE, token)
                .path(request.getContextPath() + "/login")
                .maxAge(DEVICE_REMEMBERED)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
