package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrossOriginFilterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # method | Sec-Fetch-Site | Origin                       | passes
            POST     | same-origin    | http://app.example:8080      | true
            POST     | none           | -                            | true
            POST     | cross-site     | https://evil.example         | false
            POST     | same-site      | http://other.app.example     | false
            POST     | -              | http://app.example:8080      | true
            POST     | -              | http://APP.example:8080      | true
            POST     | -              | http://app.example:9090      | false
            POST     | -              | https://evil.example         | false
            POST     | -              | null                         | false
            POST     | -              | ://                          | false
            POST     | -              | -                            | true
            DELETE   | cross-site     | https://evil.example         | false
            GET      | cross-site     | https://search.example       | true
            """)
    void what_another_sites_page_sends_is_refused(String method, String site, String origin, boolean passes)
            throws Exception {
        var request = new MockHttpServletRequest(method, "/login");
        request.addHeader("Host", "app.example:8080");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        new CrossOriginFilter().doFilter(request, response, chain);

        assertThat(chain.getRequest() != null).isEqualTo(passes);
        assertThat(response.getStatus()).isEqualTo(passes ? 200 : 403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # Host         | X-Forwarded-Host   | X-Forwarded-Proto | Origin                     | passes
            app:8080       | acme.example       | https             | https://acme.example       | true
            app:8080       | acme.example       | -                 | https://acme.example       | true
            app:8080       | acme.example:8443  | https             | https://acme.example:8443  | true
            app:8080       | acme.example       | https             | https://app:8080           | false
            app:8080       | acme.example       | https             | https://evil.example       | false
            app:8080       | acme.example       | https             | https://acme.example:8443  | false
            acme.example   | -                  | -                 | https://acme.example       | true
            acme.example   | -                  | https             | https://acme.example       | true
            intranet:8081  | -                  | http              | http://intranet:8081       | true
            Intranet:8081  | -                  | https             | https://intranet:8081      | true
            intranet:8081  | -                  | http              | http://intranet:9090       | false
            intranet:8081  | -                  | http              | http://evil.example        | false
            [::1]:8081     | -                  | http              | http://[::1]:8081          | true
            my_app:8080    | -                  | -                 | http://my_app:8080         | true
            [::1]:8080     | -                  | -                 | http://[::1]:8080          | true
            """)
    void a_trusted_proxy_says_which_site_is_the_own(
            String host, String forwardedHost, String proto, String origin, boolean passes) throws Exception {
        var request = new MockHttpServletRequest("POST", "/login");
        request.setRemoteAddr("10.0.0.1");
        request.addHeader("Host", host);
        request.addHeader("Origin", origin);
        if (forwardedHost != null) {
            request.addHeader("X-Forwarded-Host", forwardedHost);
        }
        if (proto != null) {
            request.addHeader("X-Forwarded-Proto", proto);
        }
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        new ForwardedRequestFilter(TrustedProxies.parse("10.0.0.0/8"))
                .doFilter(
                        request, response, (passed, answer) -> new CrossOriginFilter().doFilter(passed, answer, chain));

        assertThat(chain.getRequest() != null).isEqualTo(passes);
    }
}
