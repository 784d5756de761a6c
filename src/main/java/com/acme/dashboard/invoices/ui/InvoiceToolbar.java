package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.list.SearchField;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceTotals;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.function.Consumer;

/** Search, status and dates above the list, and below them what is on. */
final class InvoiceToolbar extends Div {

    private final SearchField search;
    private final StatusFilter status = new StatusFilter();
    private final DateRangeFilter dates;
    private final FilterChips chips;
    private InvoiceFilter filter = InvoiceFilter.NONE;

    InvoiceToolbar(Clock clock, Consumer<InvoiceFilter> chosen) {
        getElement().setAttribute("role", "search");
        dates = new DateRangeFilter(clock, (from, to) -> chosen.accept(filter.withDates(from, to)));
        chips = new FilterChips(chosen, this::focusSearch);
        search = new SearchField(
                getTranslation("invoices.search"),
                getTranslation("invoices.search.label"),
                query -> chosen.accept(filter.withQuery(query)));
        search.setTestId("invoice-search");
        status.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(filter.withStatus(event.getValue().status()));
            }
        });
        var row = new Div(search, status, dates);
        row.addClassName("toolbar");
        add(row, chips);
    }

    /** Shows a filter without reporting it as chosen. */
    void show(InvoiceFilter shown) {
        filter = shown;
        search.show(shown.query());
        status.setValue(StatusFilter.Choice.of(shown.status()));
        dates.show(shown.from(), shown.to());
        chips.show(shown);
    }

    void showCounts(InvoiceTotals totals) {
        status.showCounts(totals);
    }

    void focusSearch() {
        search.focus();
    }
}
