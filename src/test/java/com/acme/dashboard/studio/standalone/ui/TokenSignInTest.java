package com.acme.dashboard.studio.standalone.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

class TokenSignInTest {

    private final SignInToken token = SignInToken.random();
    private final TokenSignIn signIn = new TokenSignIn(new StandaloneAccess(token, "ada", "dev: acme"));

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_session_that_somebody_else_may_know_is_left_for_a_new_one() throws Exception {
        var known = new MockHttpSession();
        var address = URI.create(token.path());
        var request = new MockHttpServletRequest("GET", address.getPath());
        request.setParameter(SignInToken.PARAMETER, address.getQuery().replaceFirst(".*=", ""));
        request.setSession(known);
        var response = new MockHttpServletResponse();

        signIn.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(known.isInvalid()).isTrue();
        assertThat(request.getSession(false)).isNotNull().isNotSameAs(known);
    }
}
