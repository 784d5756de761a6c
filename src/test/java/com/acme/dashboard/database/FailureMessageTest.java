package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureMessageTest {

    @Test
    void the_innermost_cause_that_says_something_is_told() {
        assertThat(FailureMessage.of(new IllegalStateException("outer", new SQLException("said", new EOFException()))))
                .isEqualTo("said");
        assertThat(FailureMessage.of(new IllegalStateException("outer", new SQLException("inner"))))
                .isEqualTo("inner");
    }

    @Test
    void where_none_says_anything_the_kind_of_the_innermost_is_told() {
        assertThat(FailureMessage.of(new SQLException(null, new EOFException())))
                .isEqualTo("java.io.EOFException");
    }
}
