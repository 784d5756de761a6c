package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.common.ui.form.ConflictDialog.Difference;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What two people who edit the same invoice have changed, in words. */
final class InvoiceComparison {

    private final CustomerService customers;

    InvoiceComparison(CustomerService customers) {
        this.customers = customers;
    }

    /**
     * Compares.
     *
     * @param before what both started from
     * @param theirs what is stored now
     * @param mine what was to be saved
     */
    List<Difference> of(InvoiceDraft before, InvoiceDraft theirs, InvoiceDraft mine) {
        var changed = before.differences(theirs);
        changed.addAll(before.differences(mine));
        return changed.stream()
                .map(field -> new Difference(
                        I18NProvider.translate("invoices.form." + field.name().toLowerCase(Locale.ROOT)),
                        text(field, before),
                        text(field, theirs),
                        text(field, mine)))
                .toList();
    }

    private String text(InvoiceDraft.Field field, InvoiceDraft draft) {
        return switch (field) {
            case CUSTOMER ->
                Optional.ofNullable(draft.customerId())
                        .flatMap(customers::option)
                        .map(customer -> Names.shown(customer.name()))
                        .orElse(nothing());
            case AMOUNT ->
                Optional.ofNullable(draft.amount())
                        .orElse(Money.ZERO)
                        .format(UI.getCurrent().getLocale());
            case STATUS -> InvoiceWords.status(draft.status());
            case DATE -> draft.date() == null ? nothing() : InvoiceWords.date(draft.date());
        };
    }

    private static String nothing() {
        return I18NProvider.translate("common.conflict.nothing");
    }
}
