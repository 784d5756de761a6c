package com.acme.dashboard.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeConfigurationTest {

    @Test
    void today_is_the_day_of_the_business_wherever_the_server_stands() {
        var clock = TimeConfiguration.clockOf("America/Los_Angeles");
        var evening = Instant.parse("2024-12-07T05:00:00Z");

        assertThat(LocalDate.now(Clock.fixed(evening, clock.getZone()))).isEqualTo("2024-12-06");
    }

    @Test
    void without_a_zone_the_servers_counts() {
        assertThat(TimeConfiguration.clockOf(" ").getZone()).isEqualTo(ZoneId.systemDefault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Base", "America/New York", "+25:00", "\u0000"})
    void a_zone_that_does_not_exist_ends_the_start_with_one_line(String zone) {
        assertThatThrownBy(() -> TimeConfiguration.clockOf(zone))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("ACME_TIME_ZONE is ")
                .hasMessageNotContaining("\n");
    }
}
