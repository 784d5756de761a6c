package com.acme.dashboard.invoices.ui;

import static java.util.stream.Collectors.toMap;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.ui.Dates;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.invoices.InvoiceCount;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.acme.dashboard.invoices.InvoiceTotals;
import com.acme.dashboard.invoices.export.FileFormat;
import com.acme.dashboard.invoices.export.FileWords;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** Invoices in the words of the user's language. */
final class InvoiceWords {

    private InvoiceWords() {}

    static String status(InvoiceStatus status) {
        return I18NProvider.translate("invoices.status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** A text about one invoice: {0} is the customer's name, {1} the amount. */
    static String of(String key, InvoiceRow row) {
        return I18NProvider.translate(key, Names.shown(row.customerName()), amount(row.amount()));
    }

    /** A text about invoices: {0} is how many, so that the bundle chooses between one and many. */
    static String many(String key, int count) {
        return I18NProvider.translate(key, count);
    }

    /** How many a list has, such as {@code 187} or {@code 10,000+}. */
    static String count(InvoiceCount count) {
        return I18NProvider.translate(count.capped() ? "invoices.count.more-than" : "invoices.count", count.value());
    }

    /** What a list adds up to where that is kept: of all invoices and of a status; else empty. */
    static String sum(InvoiceFilter filter, InvoiceTotals totals) {
        return filter.equals(InvoiceFilter.NONE.withStatus(filter.status()))
                ? amount(totals.amount(filter.status()))
                : "";
    }

    /** Says that no invoice passes a filter. */
    static String nothingFound(InvoiceFilter filter) {
        return filter.query().isEmpty()
                ? I18NProvider.translate("invoices.nothing-matches")
                : I18NProvider.translate("invoices.nothing-found", filter.query());
    }

    /** A text whose key ends with the kind of file. */
    static String format(String key, FileFormat format) {
        return I18NProvider.translate(key + format.name().toLowerCase(Locale.ROOT));
    }

    /** What stands in files. */
    static FileWords forFiles() {
        return new FileWords(
                UI.getCurrent().getLocale(),
                I18NProvider.translate("invoices.title"),
                I18NProvider.translate("invoices.file.invoice"),
                I18NProvider.translate("invoices.column.customer"),
                I18NProvider.translate("invoices.column.email"),
                I18NProvider.translate("invoices.column.amount"),
                I18NProvider.translate("invoices.column.date"),
                I18NProvider.translate("invoices.column.status"),
                Stream.of(InvoiceStatus.values()).collect(toMap(status -> status, InvoiceWords::status)));
    }

    static String amount(Money amount) {
        return amount.format(UI.getCurrent().getLocale());
    }

    static String date(LocalDate date) {
        return Dates.format(date, UI.getCurrent().getLocale());
    }
}
