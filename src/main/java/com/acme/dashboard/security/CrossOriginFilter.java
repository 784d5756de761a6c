package com.acme.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page sends in a browser's name, the sign-in form included. Unlike a token in the form it
 * needs no session, so that a sign-in page left open overnight still works. Scripts outside browsers send neither of
 * the two headers, and have nobody's cookies.
 */
final class CrossOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<Integer> USUAL_PORTS = Set.of(80, 443);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE_METHODS.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isOwn(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null ? isOwnOrigin(request.getHeader("Origin"), request) : OWN_SITES.contains(site);
    }

    /** Browsers leave {@code Sec-Fetch-Site} out where the page came over plain HTTP. */
    private static boolean isOwnOrigin(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return true;
        }
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null
                    && (isOwnAuthority(authority, request.getServerName(), request.getServerPort())
                            || isAskedFor(authority, request));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** As the browser sees it, which leaves out the usual port of its scheme: a proxy may have taken HTTPS away. */
    private static boolean isOwnAuthority(String authority, String name, int port) {
        return authority.equalsIgnoreCase(name + ":" + port)
                || (USUAL_PORTS.contains(port) && authority.equalsIgnoreCase(name));
    }

    /**
     * A proxy that tells the scheme only makes its usual port of the one in {@code Host}. Where it tells another host, that
     * header names the server that it speaks to.
     */
    private static boolean isAskedFor(String authority, HttpServletRequest request) {
        var name = request.getServerName();
        return authority.equalsIgnoreCase(request.getHeader("Host"))
                && authority.length() > name.length()
                && authority.charAt(name.length()) == ':'
                && authority.regionMatches(true, 0, name, 0, name.length());
    }
}
