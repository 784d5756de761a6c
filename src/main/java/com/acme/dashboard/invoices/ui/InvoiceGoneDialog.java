package com.acme.dashboard.invoices.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Says that someone deleted the invoice meanwhile, and offers to create it again with what was typed. */
final class InvoiceGoneDialog extends ConfirmDialog {

    InvoiceGoneDialog(Command createAgain, Command giveUp) {
        setHeader(getTranslation("invoices.gone"));
        setText(getTranslation("invoices.gone.text"));
        setCancelable(true);
        setCancelText(getTranslation("invoices.gone.stay"));
        setRejectable(true);
        setRejectText(getTranslation("invoices.gone.give-up"));
        setConfirmText(getTranslation("invoices.gone.create-again"));
        addRejectListener(rejected -> giveUp.execute());
        addConfirmListener(confirmed -> createAgain.execute());
    }
}
