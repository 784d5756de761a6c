package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.DatePickers;
import com.acme.dashboard.common.ui.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.Command;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Chooses the days between which invoices are shown: some usual ranges at one click, or any from and to. */
final class DateRangeFilter extends Button {

    /** What happens when another range is chosen; either end may be open. */
    @FunctionalInterface
    interface Listener {
        void chosen(@Nullable LocalDate from, @Nullable LocalDate to);
    }

    private final DatePicker from = DatePickers.create(translate("invoices.range.from"), getLocale());
    private final DatePicker to = DatePickers.create(translate("invoices.range.to"), getLocale());
    private final Popover popover = new Popover();
    private final Listener listener;

    DateRangeFilter(Clock clock, Listener listener) {
        this.listener = listener;
        setTestId("invoice-date-filter");
        setIcon(Glyph.CALENDAR.create());
        from.addValueChangeListener(event -> {
            if (event.isFromClient() && isReadable()) {
                listener.chosen(from.getValue(), isInOrder() ? to.getValue() : null);
            }
        });
        to.addValueChangeListener(event -> {
            if (event.isFromClient() && isReadable()) {
                listener.chosen(isInOrder() ? from.getValue() : null, to.getValue());
            }
        });
        var presets = new Div(
                preset("invoices.range.this-month", () -> {
                    var thisMonth = YearMonth.now(clock);
                    choose(thisMonth, thisMonth);
                }),
                preset("invoices.range.last-month", () -> {
                    var lastMonth = YearMonth.now(clock).minusMonths(1);
                    choose(lastMonth, lastMonth);
                }),
                preset("invoices.range.this-year", () -> {
                    var year = Year.now(clock);
                    choose(year.atMonth(1), year.atMonth(12));
                }),
                preset("invoices.range.any", () -> listener.chosen(null, null)));
        presets.addClassName("range-presets");
        var ends = new Div(from, to);
        ends.addClassName("range-ends");
        popover.setTarget(this);
        popover.setModal(true);
        popover.setAriaLabel(getTranslation("invoices.column.date"));
        popover.add(presets, ends);
    }

    /** Shows a range without telling the listener. */
    void show(@Nullable LocalDate first, @Nullable LocalDate last) {
        from.setValue(first);
        to.setValue(last);
        setText(describe(first, last));
    }

    /** A range in words, such as {@code Nov 1, 2024 – Nov 30, 2024}. */
    static String describe(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null) {
            return translate("invoices.range.between", InvoiceWords.date(first), InvoiceWords.date(last));
        }
        if (first != null) {
            return translate("invoices.range.since", InvoiceWords.date(first));
        }
        return last == null
                ? translate("invoices.range.any")
                : translate("invoices.range.until", InvoiceWords.date(last));
    }

    /** A range that is known at the click only: a page may be open longer than a month lasts. */
    private Button preset(String key, Command choice) {
        return new Button(getTranslation(key), click -> {
            popover.close();
            choice.execute();
        });
    }

    private void choose(YearMonth first, YearMonth last) {
        listener.chosen(first.atDay(1), last.atEndOfMonth());
    }

    /** Whoever changes both ends changes one first: where it passes the other, that one is still to come. */
    private boolean isInOrder() {
        return from.isEmpty() || to.isEmpty() || !from.getValue().isAfter(to.getValue());
    }

    /** What cannot be read stays where it was typed, with its message: as no end at all it would show every invoice. */
    private boolean isReadable() {
        return DatePickers.unreadable(from).isEmpty()
                && DatePickers.unreadable(to).isEmpty();
    }

    private static String translate(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
