package com.acme.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
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

    /** Its accounts are known to everybody. */
    @Test
    void nobody_elses_machine_gets_to_it() throws SocketException {
        var addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        assumeThat(addresses)
                .as(SkippedTests.OPTIONAL + "this machine has no address but the loopback ones")
                .isNotEmpty();

        assertThat(addresses)
                .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, port).close())
                        .isInstanceOf(IOException.class));
    }
}
