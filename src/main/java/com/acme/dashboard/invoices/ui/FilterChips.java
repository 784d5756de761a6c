package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;

/** The filters that are on, each with a click that takes it off. */
final class FilterChips extends Div {

    private final Consumer<InvoiceFilter> chosen;

    FilterChips(Consumer<InvoiceFilter> chosen) {
        this.chosen = chosen;
        addClassName("chips");
        setTestId("invoice-chips");
        getElement().setAttribute("aria-label", getTranslation("invoices.chips"));
        getElement().setAttribute("role", "group");
    }

    void show(InvoiceFilter filter) {
        removeAll();
        if (!filter.query().isEmpty()) {
            chip(getTranslation("invoices.chip.query", filter.query()), filter.withQuery(""));
        }
        if (filter.status() != null) {
            chip(InvoiceWords.status(filter.status()), filter.withStatus(null));
        }
        if (filter.from() != null || filter.to() != null) {
            chip(DateRangeFilter.describe(filter.from(), filter.to()), filter.withDates(null, null));
        }
        setVisible(getComponentCount() > 0);
        if (isVisible()) {
            var clear = new Button(getTranslation("invoices.chips.clear"), click -> chosen.accept(InvoiceFilter.NONE));
            clear.addThemeVariants(ButtonVariant.TERTIARY);
            clear.addClassName("chips-clear");
            add(clear);
        }
    }

    private void chip(String text, InvoiceFilter without) {
        var chip = new Button(text, Glyph.CLOSE.create(), click -> chosen.accept(without));
        chip.setIconAfterText(true);
        chip.addClassName("chip");
        chip.setAriaLabel(getTranslation("invoices.chip.remove", text));
        add(chip);
    }
}
