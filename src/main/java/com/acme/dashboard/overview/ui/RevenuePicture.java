package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.ui.Dates;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.invoices.PaidMonth;
import com.acme.dashboard.overview.RevenueMonth;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;

/** The amounts of the chosen source as bars and as a table, or a sentence where there are none. */
final class RevenuePicture extends Div {

    private static final String INVOICES = "dashboard/invoices";

    private final RevenueChart chart = new RevenueChart();
    private final RevenueTable table = new RevenueTable();
    private final Span summary = new Span();
    private final EmptyState none = new EmptyState(Glyph.INBOX, getTranslation("overview.revenue.none"));
    private final EmptyState nonePaid = new EmptyState(Glyph.INBOX, getTranslation("overview.revenue.none-paid"));
    private boolean asTable;

    RevenuePicture() {
        addClassName("revenue-picture");
        summary.addClassName("visually-hidden");
        summary.getElement().setAttribute("role", "status");
        add(none, nonePaid, summary, chart, table);
    }

    void show(ChartReading reading) {
        var bars = reading.state().source() == Source.REVENUE
                ? reading.revenue().stream().map(month -> bar(month, reading)).toList()
                : reading.paid().stream()
                        .map(month -> bar(month, reading.now()))
                        .toList();
        var name = name(reading.state());
        var sum = bars.stream().map(MonthBar::amount).reduce(Money.ZERO, Money::plus);
        summary.setText(getTranslation("overview.revenue.summary", name, sum.format(getLocale())));
        chart.show(name, bars);
        table.show(name, bars);
        none.setVisible(bars.isEmpty());
        nonePaid.setVisible(!bars.isEmpty() && reading.state().source() == Source.INVOICES && sum.equals(Money.ZERO));
        arrange();
    }

    void showAsTable(boolean wanted) {
        asTable = wanted;
        table.showToAll(wanted);
        arrange();
    }

    private void arrange() {
        var some = !none.isVisible() && !nonePaid.isVisible();
        summary.setVisible(some);
        chart.setVisible(some && !asTable);
        table.setVisible(some);
    }

    private String name(ChartState state) {
        var year = state.year();
        if (state.source() == Source.REVENUE) {
            return getTranslation("overview.revenue.of-books");
        }
        return year == null
                ? getTranslation("overview.revenue.of-last-months")
                : getTranslation("overview.revenue.of-year", year.toString());
    }

    private MonthBar bar(RevenueMonth month, ChartReading reading) {
        return new MonthBar(
                label(month.month()),
                month.month().getDisplayName(TextStyle.FULL_STANDALONE, getLocale()),
                month.revenue(),
                INVOICES + "?" + dates(reading.latest(month.month())),
                month.month() == reading.now().getMonth());
    }

    private MonthBar bar(PaidMonth month, YearMonth now) {
        return new MonthBar(
                label(month.month().getMonth()),
                Dates.format(month.month(), getLocale()),
                month.paid(),
                INVOICES + "?status=paid&" + dates(month.month()),
                month.month().equals(now));
    }

    private String label(Month month) {
        return month.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale());
    }

    private static String dates(YearMonth month) {
        return "from=%s&to=%s".formatted(month.atDay(1), month.atEndOfMonth());
    }
}
