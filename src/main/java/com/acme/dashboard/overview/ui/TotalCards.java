package com.acme.dashboard.overview.ui;

import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceCount;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceTotals;
import com.vaadin.flow.component.html.Div;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The four figures at the top of the page, each a link to the list it counts. */
final class TotalCards extends Div {

    private static final String INVOICES = "dashboard/invoices";

    private final TotalCard collected =
            new TotalCard("card-collected", getTranslation("overview.collected"), INVOICES + "?status=paid");
    private final TotalCard pending =
            new TotalCard("card-pending", getTranslation("overview.pending"), INVOICES + "?status=pending");
    private final TotalCard all = new TotalCard("card-invoices", getTranslation("overview.total-invoices"), INVOICES);
    private final TotalCard people =
            new TotalCard("card-customers", getTranslation("overview.total-customers"), "dashboard/customers");

    TotalCards() {
        addClassName("total-cards");
        add(collected, pending, all, people);
    }

    /** What the cards tell: among them how many days old the oldest pending invoice is. */
    record Totals(InvoiceTotals invoices, long oldestDays, InvoiceCount thisMonth, long customers, long owing) {

        static Totals read(InvoiceService invoices, CustomerService customers, Clock clock) {
            var today = LocalDate.now(clock);
            var month = YearMonth.from(today);
            return new Totals(
                    invoices.totals(),
                    invoices.oldestPending()
                            .map(oldest -> Math.max(0, ChronoUnit.DAYS.between(oldest, today)))
                            .orElse(0L),
                    invoices.count(InvoiceFilter.NONE.withDates(month.atDay(1), month.atEndOfMonth())),
                    customers.count(CustomerFilter.NONE),
                    invoices.owingCustomers());
        }
    }

    void show(Totals totals) {
        var number = NumberFormat.getIntegerInstance(getLocale());
        var invoices = totals.invoices();
        collected.show(
                invoices.paid().format(getLocale()), getTranslation("overview.paid-invoices", invoices.paidCount()));
        pending.show(
                invoices.pending().format(getLocale()),
                invoices.pendingCount() == 0
                        ? getTranslation("overview.nothing-open")
                        : getTranslation("overview.open-invoices", invoices.pendingCount(), totals.oldestDays()));
        all.show(
                number.format(invoices.count()),
                getTranslation(
                        totals.thisMonth().capped() ? "overview.this-month.more-than" : "overview.this-month",
                        totals.thisMonth().value()));
        people.show(number.format(totals.customers()), getTranslation("overview.owing-customers", totals.owing()));
    }
}
