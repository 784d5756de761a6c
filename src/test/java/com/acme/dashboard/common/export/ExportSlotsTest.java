package com.acme.dashboard.common.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.acme.dashboard.AdjustableClock;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ExportSlotsTest {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final AdjustableClock clock = new AdjustableClock();
    private final ExportSlots slots = new ExportSlots(2, LONGEST, clock);

    @Test
    void an_export_whose_file_nobody_fetches_makes_room_for_others_after_a_minute() {
        var blocked = slots.take();
        slots.take();
        clock.advance(Duration.ofMinutes(1));
        assertThatExceptionOfType(TooManyExports.class).isThrownBy(slots::take);

        clock.advance(Duration.ofMillis(1));
        slots.take();
        slots.take();

        assertThatExceptionOfType(TooManyExports.class).isThrownBy(slots::take);
        assertThatExceptionOfType(ExportNotFetched.class).isThrownBy(() -> blocked.read(() -> {}));
        blocked.cancel();
        assertThatExceptionOfType(TooManyExports.class).isThrownBy(slots::take);
    }

    @Test
    void one_that_is_being_fetched_keeps_its_place() {
        var seen = new ArrayList<Duration>();
        slots.take();
        slots.take().read(() -> {
            clock.advance(LONGEST);
            slots.take();
            assertThatExceptionOfType(TooManyExports.class).isThrownBy(slots::take);
            seen.add(LONGEST);
        });

        assertThat(seen).containsExactly(LONGEST);
    }

    @Test
    void a_file_may_be_fetched_late_where_nobody_needs_the_place() {
        var late = slots.take();
        clock.advance(Duration.ofHours(1));
        slots.take();

        assertThatNoException().isThrownBy(() -> late.read(() -> {}));
    }
}
