package com.acme.dashboard.overview.ui;

import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceService;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.menu.MenuConfiguration;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;

/** The four figures at the top of the page, each a link to the list it counts. */
final class TotalCards extends Div {

    private static final String INVOICES = "dashboard/invoices";
    private static final String CUSTOMERS = "dashboard/customers";

    TotalCards(InvoiceService invoices, CustomerService customers, Clock clock) {
        addClassName("total-cards");
        var totals = invoices.totals();
        var number = NumberFormat.getIntegerInstance(getLocale());
        var collected = new TotalCard(
                getTranslation("overview.collected"), totals.paid().format(getLocale()));
        collected.leadTo(INVOICES + "?status=paid");
        collected.explain(getTranslation("overview.paid-invoices", totals.paidCount()));
        collected.setTestId("card-collected");

        var pending = new TotalCard(
                getTranslation("overview.pending"), totals.pending().format(getLocale()));
        pending.leadTo(INVOICES + "?status=pending");
        pending.explain(getTranslation("overview.open-invoices", totals.pendingCount()));
        pending.setTestId("card-pending");

        var all = new TotalCard(getTranslation("overview.total-invoices"), number.format(totals.count()));
        all.leadTo(INVOICES);
        all.explain(getTranslation("overview.this-month", thisMonth(invoices, clock)));
        all.setTestId("card-invoices");

        var people =
                new TotalCard(getTranslation("overview.total-customers"), number.format(customers.optionCount("")));
        if (hasSection(CUSTOMERS)) {
            people.leadTo(CUSTOMERS);
        }
        people.setTestId("card-customers");
        add(collected, pending, all, people);
    }

    private static long thisMonth(InvoiceService invoices, Clock clock) {
        var month = YearMonth.from(LocalDate.now(clock));
        return invoices.count(InvoiceFilter.NONE.withDates(month.atDay(1), month.atEndOfMonth()))
                .value();
    }

    private static boolean hasSection(String path) {
        return MenuConfiguration.getMenuEntries().stream()
                .anyMatch(entry -> entry.path().endsWith(path));
    }
}
