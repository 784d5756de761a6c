package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.util.function.Consumer;

/** The filters that are on, each with a click that takes it off. */
final class FilterChips extends Div {

    private static final int NONE = -1;

    private final Consumer<InvoiceFilter> chosen;
    private final Command taken;
    private int pressed = NONE;

    /**
     * No filters as yet.
     *
     * @param chosen hears which filter is left
     * @param taken takes the focus when the last one with it has gone
     */
    FilterChips(Consumer<InvoiceFilter> chosen, Command taken) {
        this.chosen = chosen;
        this.taken = taken;
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
            var clear = new Button(
                    getTranslation("invoices.chips.clear"), click -> choose(click.getSource(), InvoiceFilter.NONE));
            clear.addThemeVariants(ButtonVariant.TERTIARY);
            clear.addClassName("chips-clear");
            add(clear);
        }
        passFocusOn();
    }

    /** From the chip that was pressed, which has gone, to the one that is in its place now, or else the one before. */
    private void passFocusOn() {
        if (pressed == NONE) {
            return;
        }
        var chips = getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
        if (chips.isEmpty()) {
            taken.execute();
        } else {
            chips.get(Math.min(pressed, Math.max(0, chips.size() - 2))).focus();
        }
        pressed = NONE;
    }

    private void choose(Button chip, InvoiceFilter filter) {
        pressed = indexOf(chip);
        chosen.accept(filter);
    }

    private void chip(String text, InvoiceFilter without) {
        var chip = new Button(text, Glyph.CLOSE.create(), click -> choose(click.getSource(), without));
        chip.setIconAfterText(true);
        chip.addClassName("chip");
        chip.setAriaLabel(getTranslation("invoices.chip.remove", text));
        add(chip);
    }
}
