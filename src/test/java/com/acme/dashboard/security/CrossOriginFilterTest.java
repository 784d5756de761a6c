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
}
