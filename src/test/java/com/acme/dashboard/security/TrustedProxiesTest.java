package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrustedProxiesTest {

    private static final String PROXIES = "10.0.0.0/8, 192.168.1.7, fd00::/8";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # socket      | X-Forwarded-For                 | client
            203.0.113.5   | 198.51.100.1                    | 203.0.113.5
            10.0.0.1      | -                               | 10.0.0.1
            10.0.0.1      | 198.51.100.1                    | 198.51.100.1
            10.0.0.1      | 6.6.6.6, 198.51.100.1           | 198.51.100.1
            10.0.0.1      | 6.6.6.6, 198.51.100.1, 10.9.9.9 | 198.51.100.1
            10.0.0.1      | 10.2.2.2, 10.3.3.3              | 10.2.2.2
            10.0.0.1      | 198.51.100.1:4711               | 198.51.100.1
            10.0.0.1      | 6.6.6.6, not-an-address         | 10.0.0.1
            192.168.1.7   | 198.51.100.1                    | 198.51.100.1
            192.168.1.8   | 198.51.100.1                    | 192.168.1.8
            fd00:0:0:0:0:0:0:1 | [2001:db8::1]:443          | [2001:db8::1]
            """)
    void the_client_is_the_rightmost_address_that_is_no_trusted_proxys(String socket, String header, String client)
            throws Exception {
        var request = request(socket);
        if (header != null) {
            request.addHeader("X-Forwarded-For", header);
        }

        assertThat(seenBehind(PROXIES, request).getRemoteAddr()).isEqualTo(client);
    }

    @Test
    void several_lines_of_the_header_are_one_list() throws Exception {
        var request = request("10.0.0.1");
        request.addHeader("X-Forwarded-For", "6.6.6.6");
        request.addHeader("X-Forwarded-For", "198.51.100.1, 10.1.1.1");

        assertThat(seenBehind(PROXIES, request).getRemoteAddr()).isEqualTo("198.51.100.1");
    }

    @Test
    void without_trusted_proxies_every_such_header_is_ignored() throws Exception {
        var request = request("10.0.0.1");
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "evil.example");
        request.addHeader("Forwarded", "for=198.51.100.1;proto=https");

        var seen = seenBehind("", request);

        assertThat(seen.getRemoteAddr()).isEqualTo("10.0.0.1");
        assertThat(seen.isSecure()).isFalse();
        assertThat(seen.getServerName()).isEqualTo("localhost");
        assertThat(seen.getHeader("X-Forwarded-For")).isNull();
    }

    @Test
    void a_trusted_proxy_tells_of_https_but_passes_on_nothing_that_a_client_made_up() throws Exception {
        var request = request("10.0.0.1");
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Prefix", "/evil");
        request.addHeader("Forwarded", "for=6.6.6.6");

        var seen = seenBehind(PROXIES, request);

        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getRemoteAddr()).isEqualTo("198.51.100.1");
        assertThat(seen.getContextPath()).isEmpty();
    }

    @Test
    void a_network_that_is_none_ends_the_start_with_one_line() {
        assertThatThrownBy(() -> TrustedProxies.parse("10.0.0.0/8, proxy.local"))
                .isInstanceOf(InvalidTrustedProxies.class)
                .hasMessageContaining("TRUSTED_PROXIES")
                .hasMessageContaining("\"proxy.local\"");
    }

    private static MockHttpServletRequest request(String socket) {
        var request = new MockHttpServletRequest("GET", "/login");
        request.setRemoteAddr(socket);
        return request;
    }

    private static HttpServletRequest seenBehind(String proxies, HttpServletRequest request) throws Exception {
        var seen = new AtomicReference<HttpServletRequest>();
        new ForwardedRequestFilter(TrustedProxies.parse(proxies))
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (passed, response) -> seen.set((HttpServletRequest) passed));
        return seen.get();
    }
}
