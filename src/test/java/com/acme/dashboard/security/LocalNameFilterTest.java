package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LocalNameFilterTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST.:8080",
                "acme.localhost:80",
                "127.0.0.1:8080",
                "[::1]:8080"
            })
    void this_machines_names_are_let_through(String host) throws ServletException, IOException {
        ask(host);

        assertThat(chain.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "notlocalhost",
                "127.0.0.1.evil.example",
                "192.168.1.7:8080"
            })
    void a_name_that_others_have_pointed_here_is_refused(String host) throws ServletException, IOException {
        ask(host);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(421);
        assertThat(response.getContentAsString()).contains("SERVER_ADDRESS").doesNotContain("evil");
    }

    private void ask(String host) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/login");
        request.addHeader("Host", host);
        new LocalNameFilter().doFilter(request, response, chain);
    }
}
