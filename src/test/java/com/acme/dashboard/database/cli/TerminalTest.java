package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void a_password_that_would_be_seen_while_it_is_typed_is_not_read() {
        assertThatThrownBy(() -> new Terminal.StandardInput(() -> true).readSecret("New password: "))
                .asInstanceOf(type(CommandFailure.class))
                .satisfies(refusal -> assertThat(refusal.exitStatus()).isEqualTo(ExitStatus.REFUSED))
                .extracting(Throwable::getMessage)
                .asString()
                .contains("would be shown")
                .hasLineCount(2);
    }

    @Test
    void a_password_keeps_its_letters_where_the_system_has_no_locale() {
        assertThat(read("Grüße aus Łódź\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII))
                .contains("Grüße aus Łódź");
        assertThat(read("Grüße\n".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1))
                .contains("Grüße");
        assertThat(read("first\r\n\377".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.US_ASCII))
                .contains("first");
        assertThat(read(new byte[0], StandardCharsets.US_ASCII)).isEmpty();
    }

    @Test
    void a_password_in_another_encoding_is_refused_and_not_turned_into_another_one() {
        assertThatThrownBy(() -> read("Grüße\n".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.US_ASCII))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The line of standard input is not written in UTF-8; nothing was changed.");
    }

    private static Optional<String> read(byte[] input, Charset locale) {
        return new Terminal.StandardInput(() -> false, new ByteArrayInputStream(input), locale)
                .readSecret("New password: ");
    }
}
