package com.acme.dashboard.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.PaidMonth;
import com.acme.dashboard.overview.RevenueService;
import java.time.Clock;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser
class ChartReadingTest {

    private static final Instant NEW_YEAR_IN_EUROPE = Instant.parse("2025-01-01T03:00:00Z");

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private RevenueService revenue;

    @Test
    void the_last_twelve_months_end_with_the_month_of_the_business_not_of_the_server() {
        var state = new ChartState(Source.INVOICES, null);

        assertThat(read(state, "America/New_York").paid())
                .extracting(PaidMonth::month)
                .hasSize(12)
                .startsWith(YearMonth.of(2024, 1))
                .endsWith(YearMonth.of(2024, 12));
        assertThat(read(state, "Europe/Berlin").paid())
                .extracting(PaidMonth::month)
                .hasSize(12)
                .startsWith(YearMonth.of(2024, 2))
                .endsWith(YearMonth.of(2025, 1));
    }

    @Test
    void the_latest_december_is_the_old_years_as_long_as_the_business_is_in_it() {
        assertThat(read(ChartState.DEFAULT, "America/New_York").latest(Month.DECEMBER))
                .isEqualTo(YearMonth.of(2024, 12));
        assertThat(read(ChartState.DEFAULT, "America/New_York").latest(Month.JANUARY))
                .isEqualTo(YearMonth.of(2024, 1));
        assertThat(read(ChartState.DEFAULT, "Europe/Berlin").latest(Month.JANUARY))
                .isEqualTo(YearMonth.of(2025, 1));
    }

    private ChartReading read(ChartState state, String zone) {
        return ChartReading.read(state, revenue, invoices, Clock.fixed(NEW_YEAR_IN_EUROPE, ZoneId.of(zone)));
    }
}
