package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.server.Command;
import java.util.List;

/** What can be done with one invoice, as a sheet of large buttons for thumbs. */
final class InvoiceSheet extends Dialog {

    InvoiceSheet(InvoiceRow row, String editPath, InvoiceActions actions, Command delete) {
        addClassName("invoice-sheet");
        setHeaderTitle(InvoiceWords.of("invoices.one", row));
        add(choice("invoices.edit", () -> getUI().ifPresent(ui -> ui.navigate(editPath))));
        if (row.status() == InvoiceStatus.PENDING) {
            add(choice("invoices.mark-paid", () -> actions.markPaid(List.of(row.id()))));
        }
        var last = choice("invoices.delete", delete);
        last.addThemeVariants(ButtonVariant.ERROR);
        add(last);
        getFooter().add(new Button(getTranslation("app.cancel"), click -> close()));
    }

    private Button choice(String key, Command command) {
        return new Button(getTranslation(key), click -> {
            command.execute();
            close();
        });
    }
}
