package com.acme.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;

@IntegrationTest
class ApplicationTest {

    @LocalServerPort
    int port;

    @Test
    void the_sign_in_page_answers() {
        var answer = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/login")
                .retrieve()
                .toEntity(String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    }
}
