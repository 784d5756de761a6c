package com.acme.dashboard.overview.ui;

import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.PaidMonth;
import com.acme.dashboard.overview.RevenueMonth;
import com.acme.dashboard.overview.RevenueService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;

/** What the chart reads: the amounts of one source, and the years in which something was paid. */
record ChartReading(
        ChartState state, YearMonth now, List<RevenueMonth> revenue, List<PaidMonth> paid, List<Year> years) {

    private static final int MONTHS = 12;

    static ChartReading read(ChartState state, RevenueService revenue, InvoiceService invoices, Clock clock) {
        var now = YearMonth.from(LocalDate.now(clock));
        if (state.source() == Source.REVENUE) {
            return new ChartReading(state, now, revenue.months(), List.of(), List.of());
        }
        var year = state.year();
        var last = year == null ? now : year.atMonth(Month.DECEMBER);
        return new ChartReading(
                state, now, List.of(), invoices.paidMonths(last.minusMonths(MONTHS - 1), last), invoices.paidYears());
    }

    /** The latest such month that is not in the future. */
    YearMonth latest(Month month) {
        var thisYear = now.withMonth(month.getValue());
        return thisYear.isAfter(now) ? thisYear.minusYears(1) : thisYear;
    }
}
