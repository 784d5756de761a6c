package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.customers.CustomerOption;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.util.Locale;
import java.util.Optional;

/** Tells the second of two people who edit the same invoice field by field what the first one saved, and lets them choose. */
final class InvoiceConflictDialog extends Dialog {

    private final CustomerService customers;

    /**
     * Compares.
     *
     * @param before what both started from
     * @param theirs what is stored now
     * @param mine what was to be saved
     */
    InvoiceConflictDialog(
            CustomerService customers,
            InvoiceDraft before,
            InvoiceDraft theirs,
            InvoiceDraft mine,
            Command takeTheirs,
            Command overwrite) {
        this.customers = customers;
        setTestId("invoice-conflict");
        setHeaderTitle(getTranslation("invoices.conflict"));
        add(new Paragraph(getTranslation("invoices.conflict.text")), table(before, theirs, mine));
        getFooter()
                .add(
                        new Button(getTranslation("invoices.conflict.stay"), click -> close()),
                        button("invoices.conflict.overwrite", overwrite, ButtonVariant.ERROR),
                        button("invoices.conflict.take-theirs", takeTheirs, ButtonVariant.PRIMARY));
    }

    private NativeTable table(InvoiceDraft before, InvoiceDraft theirs, InvoiceDraft mine) {
        var head = new NativeTableRow();
        for (var column : new String[] {"field", "before", "theirs", "mine"}) {
            head.add(new NativeTableHeaderCell(getTranslation("invoices.conflict." + column)));
        }
        var body = new NativeTableBody();
        var changed = before.differences(theirs);
        changed.addAll(before.differences(mine));
        for (var field : changed) {
            var name = new NativeTableHeaderCell(
                    getTranslation("invoices.form." + field.name().toLowerCase(Locale.ROOT)));
            name.getElement().setAttribute("scope", "row");
            body.add(new NativeTableRow(
                    name,
                    new NativeTableCell(text(field, before)),
                    new NativeTableCell(text(field, theirs)),
                    new NativeTableCell(text(field, mine))));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("comparison");
        return table;
    }

    private String text(InvoiceDraft.Field field, InvoiceDraft draft) {
        return switch (field) {
            case CUSTOMER ->
                Optional.ofNullable(draft.customerId())
                        .flatMap(customers::find)
                        .map(CustomerOption::name)
                        .orElse(getTranslation("invoices.conflict.nothing"));
            case AMOUNT ->
                Optional.ofNullable(draft.amount()).orElse(Money.ZERO).format(getLocale());
            case STATUS -> InvoiceWords.status(draft.status());
            case DATE ->
                draft.date() == null ? getTranslation("invoices.conflict.nothing") : InvoiceWords.date(draft.date());
        };
    }

    private Button button(String key, Command command, ButtonVariant variant) {
        var button = new Button(getTranslation(key), click -> {
            close();
            command.execute();
        });
        button.addThemeVariants(variant);
        return button;
    }
}
