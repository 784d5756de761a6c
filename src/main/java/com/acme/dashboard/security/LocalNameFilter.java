package com.acme.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where only this machine is served, lets through what asks for it by a name of this machine. A page of any site may have
 * its own name point at 127.0.0.1 all of a sudden (DNS rebinding); with the accounts of development, which everybody knows,
 * it could do in the developer's browser whatever the application can.
 */
final class LocalNameFilter extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;

    private static final Pattern LOCAL = Pattern.compile(
            "(?:127(?:\\.\\d{1,3}){3}|\\[::1]|(?:[\\w-]+\\.)*localhost)\\.?(?::\\d+)?", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = request.getHeader(HttpHeaders.HOST);
        if (host == null || LOCAL.matcher(host).matches()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(MISDIRECTED);
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getWriter()
                    .println(
                            "Only localhost is served here. SERVER_ADDRESS=0.0.0.0 lets other names and machines in, TRUSTED_PROXIES those of a proxy.");
        }
    }
}
