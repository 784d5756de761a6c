package com.acme.dashboard.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "  a b\t",
                "\u3000a b\u00A0",
                "a\nb",
                "a\r\nb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u0000b",
                "a\uD800b"
            })
    void what_is_typed_is_on_one_line_without_space_around_it(String typed) {
        assertThat(SingleLine.of(typed)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "\u2060\uFEFF ", "\u00AD", "\n", "\uDC00"})
    void what_nobody_could_see_is_nothing(String typed) {
        assertThat(SingleLine.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩\u200D🚀", "a\u200Bb", "a  b", "\u200Fא"})
    void what_can_be_seen_stays_as_it_is(String typed) {
        assertThat(SingleLine.of(typed)).isEqualTo(typed);
    }

    @Test
    void a_long_run_of_spaces_is_looked_through_once() {
        var typed = "a" + " ".repeat(500_000) + "b";

        assertThat(SingleLine.of(typed)).isEqualTo(typed);
    }
}
