package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.invoices.InvoiceStatus;
import com.acme.dashboard.invoices.InvoiceTotals;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All, Pending or Paid, each with how many there are; the numbers are not part of the names. */
final class StatusFilter extends RadioButtonGroup<StatusFilter.Choice> {

    /** What can be chosen. */
    enum Choice {
        ALL(null),
        PENDING(InvoiceStatus.PENDING),
        PAID(InvoiceStatus.PAID);

        private final @Nullable InvoiceStatus status;

        Choice(@Nullable InvoiceStatus status) {
            this.status = status;
        }

        /** The status that invoices must have, or null for any. */
        @Nullable
        InvoiceStatus status() {
            return status;
        }

        static Choice of(@Nullable InvoiceStatus status) {
            return status == null ? ALL : status == InvoiceStatus.PAID ? PAID : PENDING;
        }
    }

    private final Map<Choice, Span> counts = new EnumMap<>(Choice.class);

    StatusFilter() {
        addClassName("segments");
        setTestId("invoice-status-filter");
        setAriaLabel(getTranslation("invoices.column.status"));
        for (var choice : Choice.values()) {
            var count = new Span();
            count.addClassNames("segment-count", "figures");
            count.getElement().setAttribute("aria-hidden", "true");
            counts.put(choice, count);
        }
        setItems(Choice.values());
        setItemLabelGenerator(StatusFilter::name);
        setRenderer(new ComponentRenderer<>(this::segment));
        setValue(Choice.ALL);
    }

    void showCounts(InvoiceTotals totals) {
        var format = NumberFormat.getIntegerInstance(getLocale());
        counts.forEach((choice, count) ->
                count.setText(format.format(choice.status == null ? totals.count() : totals.count(choice.status))));
    }

    private Span segment(Choice choice) {
        return new Span(new Span(name(choice)), Objects.requireNonNull(counts.get(choice)));
    }

    private static String name(Choice choice) {
        return choice.status == null
                ? I18NProvider.translate("invoices.status.all")
                : InvoiceWords.status(choice.status);
    }
}
