package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

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
}
