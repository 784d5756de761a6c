package com.acme.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request that comes through a trusted proxy look as it did to the proxy: the client's address, HTTPS, the host.
 * From everybody else such headers are removed before anything reads them.
 */
final class ForwardedRequestFilter extends OncePerRequestFilter {

    private static final String PREFIX = "X-Forwarded-";
    private static final List<String> BELIEVED = List.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");

    private final TrustedProxies proxies;
    private final ForwardedHeaderFilter applyHeaders = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter removeHeaders = new ForwardedHeaderFilter();

    ForwardedRequestFilter(TrustedProxies proxies) {
        this.proxies = proxies;
        removeHeaders.setRemoveOnly(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (proxies.contains(request.getRemoteAddr())) {
            applyHeaders.doFilter(new OnlyBelievedHeaders(request), response, chain);
        } else {
            removeHeaders.doFilter(request, response, chain);
        }
    }

    /** Hides what the proxy may have passed on as the client made it up. */
    private final class OnlyBelievedHeaders extends HttpServletRequestWrapper {

        private static final String FORWARDED_FOR = "X-Forwarded-For";

        private final Optional<String> client;

        OnlyBelievedHeaders(HttpServletRequest request) {
            super(request);
            client = proxies.clientOf(Collections.list(request.getHeaders(FORWARDED_FOR)));
        }

        @Override
        public @Nullable String getHeader(String name) {
            if (FORWARDED_FOR.equalsIgnoreCase(name)) {
                return client.orElse(null);
            }
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (FORWARDED_FOR.equalsIgnoreCase(name)) {
                return Collections.enumeration(client.stream().toList());
            }
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isHidden(name))
                    .filter(name -> !FORWARDED_FOR.equalsIgnoreCase(name) || client.isPresent())
                    .forEach(name -> names.put(name, name));
            return Collections.enumeration(names.values());
        }

        private static boolean isHidden(String name) {
            return name.equalsIgnoreCase("Forwarded")
                    || (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                            && BELIEVED.stream().noneMatch(name::equalsIgnoreCase));
        }
    }
}
