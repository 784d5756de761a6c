package com.acme.dashboard.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

    @ParameterizedTest
    @CsvSource({"'', 2, ''", "ab, 2, ab", "abc, 2, ab", "a🙂c, 2, a🙂", "🙂🙃, 2, 🙂🙃", "🙂🙃, 1, 🙂", "abc, 0, ''"})
    void an_emoji_is_one_character_and_is_not_cut_in_two(String text, int most, String first) {
        assertThat(Characters.first(text, most)).isEqualTo(first);
        assertThat(Characters.count(first)).isLessThanOrEqualTo(most);
    }
}
