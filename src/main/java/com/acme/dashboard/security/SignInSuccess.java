package com.acme.dashboard.security;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;

/** Begins the session of somebody who has signed in, and leads to the page that was asked for, else the dashboard. */
final class SignInSuccess extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

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
        devices.tokenFor(details.account()).ifPresent(token -> remember(token, request, response));
        super.onAuthenticationSuccess(request, response, authentication);
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
