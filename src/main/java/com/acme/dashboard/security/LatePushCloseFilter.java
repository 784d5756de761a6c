package com.acme.dashboard.security;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atmosphere.cpr.HeaderConfig;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page that goes says so, to end its connection for pushed updates, even where its session has ended before. That needs no
 * answer but this one: Atmosphere would begin a session, whose cookie takes the place of the one that somebody may have
 * got in the meantime by signing in again.
 */
final class LatePushCloseFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) == null && closesPush(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean closesPush(HttpServletRequest request) {
        return RequestType.PUSH
                        .getIdentifier()
                        .equals(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER))
                && HeaderConfig.DISCONNECT_TRANSPORT_MESSAGE.equals(
                        request.getParameter(HeaderConfig.X_ATMOSPHERE_TRANSPORT));
    }
}
