package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageEndsTest {

    private final PageEnds<String> ends = new PageEnds<>();

    @Test
    void the_nearest_end_before_a_place_is_found() {
        ends.remember(100, "hundred");
        ends.remember(50, "fifty");

        assertThat(ends.before(49)).isEmpty();
        assertThat(ends.before(50)).hasValue(Map.entry(50L, "fifty"));
        assertThat(ends.before(99)).hasValue(Map.entry(50L, "fifty"));
        assertThat(ends.before(1_000_000)).hasValue(Map.entry(100L, "hundred"));
    }

    @Test
    void of_too_many_those_nearest_to_the_beginning_are_forgotten() {
        for (var place = 1; place <= PageEnds.MOST + 1; place++) {
            ends.remember(place, "end");
        }

        assertThat(ends.before(1)).isEmpty();
        assertThat(ends.before(2)).hasValue(Map.entry(2L, "end"));
        assertThat(ends.before(PageEnds.MOST + 1)).hasValue(Map.entry(PageEnds.MOST + 1L, "end"));
    }
}
