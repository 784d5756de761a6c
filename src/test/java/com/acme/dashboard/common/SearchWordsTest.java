package com.acme.dashboard.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void each_word_counts_once_up_to_the_eighth() {
        assertThat(SearchWords.of(" a b  a\tc\u00a0d\ne f g h i j "))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    }

    @Test
    void nothing_has_no_words() {
        assertThat(SearchWords.of("")).isEmpty();
        assertThat(SearchWords.of(" \u3000\u0000 ")).isEmpty();
    }

    @Test
    void what_a_database_cannot_hold_separates_words() {
        assertThat(SearchWords.of("ja\u0000ne \ud800smith\u0085jones")).containsExactly("ja", "ne", "smith", "jones");
    }

    @Test
    void characters_that_mean_something_to_like_are_taken_as_they_are() {
        assertThat(SearchWords.likePattern("50%_\\")).isEqualTo("%50\\%\\_\\\\%");
    }
}
