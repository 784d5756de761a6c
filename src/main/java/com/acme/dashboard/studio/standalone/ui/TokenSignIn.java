package com.acme.dashboard.studio.standalone.ui;

import com.acme.dashboard.studio.StudioPermission;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in whoever brings the token, as the person who has started Studio, and leads on to the address without it. */
final class TokenSignIn extends OncePerRequestFilter {

    static final String PATH = "/dashboard/studio";

    private final StandaloneAccess access;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    TokenSignIn(StandaloneAccess access) {
        this.access = access;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var presented = request.getParameter(SignInToken.PARAMETER);
        if (presented != null && isSignedIn()) {
            response.sendRedirect(PATH);
        } else if (presented != null && access.token().redeem(presented)) {
            leaveSession(request);
            signIn(request, response);
            response.sendRedirect(PATH);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) || !PATH.equals(request.getRequestURI());
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    /** Whoever has brought the browser a session before knows its id. */
    private static void leaveSession(HttpServletRequest request) {
        var found = request.getSession(false);
        if (found != null) {
            found.invalidate();
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                access.person(), "", AuthorityUtils.createAuthorityList("ROLE_" + StudioPermission.ROLE)));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
