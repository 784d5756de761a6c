package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceTotals;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.function.Consumer;

/** Search, status and dates above the list, and below them what is on. */
final class InvoiceToolbar extends Div {

    private final TextField search = new TextField();
    private final StatusFilter status = new StatusFilter();
    private final DateRangeFilter dates;
    private final FilterChips chips;
    private InvoiceFilter filter = InvoiceFilter.NONE;

    InvoiceToolbar(Clock clock, Consumer<InvoiceFilter> chosen) {
        getElement().setAttribute("role", "search");
        dates = new DateRangeFilter(clock, (from, to) -> chosen.accept(filter.withDates(from, to)));
        chips = new FilterChips(chosen);
        search.setTestId("invoice-search");
        search.getElement().setAttribute("data-shortcut", "search");
        search.setPlaceholder(getTranslation("invoices.search"));
        search.setAriaLabel(getTranslation("invoices.search.label"));
        search.setPrefixComponent(Glyph.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(InvoiceFilter.MAX_QUERY_LENGTH);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(250);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(filter.withQuery(event.getValue()));
            }
        });
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
        // What is being typed stays as it is: "jane " is the query "jane", and the space is not taken away under the
        // caret.
        if (!search.getValue().strip().equals(shown.query())) {
            search.setValue(shown.query());
        }
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
