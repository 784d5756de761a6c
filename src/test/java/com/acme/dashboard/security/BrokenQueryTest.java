package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Queries that somebody typed or cut off, which name no characters. */
@IntegrationTest
class BrokenQueryTest {

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void open() {
        visitor = new Visitor(port, "198.51.100.21");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "query=100%, query=100%25",
        "status=%zz, status=%25zz",
        "query=%E4, query=%25E4",
        "query=50%25%20%C3%A4%&status=paid, query=50%25%20%C3%A4%25&status=paid",
        "query=%C3%A4%C3, query=%25C3%25A4%25C3",
        "query=%2, query=%252",
        "100%, 100%25",
    })
    void percent_signs_that_encode_nothing_are_taken_as_typed(String query, String mended) throws IOException {
        visitor.signedInAs("user@acme.test", "123456");

        assertThat(locationAfter("/dashboard/invoices?" + query)).isEqualTo("?" + mended);
        assertThat(rawGet("/dashboard/invoices?" + mended)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "=, ''",
        "=x, ''",
        "=a&=b&status=paid, status=paid",
        "query=a&=&status=paid, query=a&status=paid",
        "query=a&=100%, query=a&",
    })
    void a_value_without_a_name_is_left_out(String query, String mended) throws IOException {
        visitor.signedInAs("user@acme.test", "123456");

        assertThat(locationAfter("/dashboard/invoices?" + query)).isEqualTo("?" + mended);
        assertThat(rawGet("/dashboard/invoices?" + mended)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({"query=100%, query=100%25", "status=%zz, status=%25zz", "query=%E4, query=%25E4"})
    void who_has_to_sign_in_first_gets_there_afterwards(String query, String mended) throws IOException {
        assertThat(locationAfter("/dashboard/invoices?" + query)).isEqualTo("?" + mended);
        assertThat(Visitor.target(visitor.get("/dashboard/invoices?" + mended))).isEqualTo("/login");

        assertThat(Visitor.target(visitor.signIn("user@acme.test", "123456")))
                .isEqualTo("/dashboard/invoices?" + mended);
    }

    @ParameterizedTest
    @CsvSource({"query=100%, query=100%25", "status=%zz, status=%25zz", "query=%E4, query=%25E4"})
    void so_it_is_at_the_sign_in_page(String query, String mended) throws IOException {
        assertThat(locationAfter("/login?" + query)).isEqualTo("?" + mended);
        assertThat(Visitor.target(visitor.get("/login?" + mended))).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?query=",
                "?query=100%25",
                "?query=a+b%20%C3%A4&status=paid",
                "?&&",
                "?query=%00",
                "?query==x"
            })
    void any_other_query_is_answered_at_once(String query) throws IOException {
        visitor.signedInAs("user@acme.test", "123456");

        assertThat(rawGet("/dashboard/invoices" + query)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//acme.example/?query=%", "/%5cacme.example?query=%", "http://acme.example/?query=%"})
    void no_address_leads_to_another_site(String address) throws IOException {
        assertThat(rawGet(address).lines().filter(line -> line.startsWith("Location: ")))
                .isSubsetOf("Location: ?query=%25");
    }

    private String locationAfter(String address) throws IOException {
        var answer = rawGet(address);
        assertThat(answer).startsWith("HTTP/1.1 302");
        return answer.lines()
                .filter(line -> line.startsWith("Location: "))
                .map(line -> line.substring("Location: ".length()))
                .findFirst()
                .orElseThrow();
    }

    /** HTTP clients would refuse to send such addresses. */
    private String rawGet(String address) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: JSESSIONID=%s\r\nConnection: close\r\n\r\n"
                            .formatted(address, visitor.cookie("JSESSIONID").orElse(""))
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
