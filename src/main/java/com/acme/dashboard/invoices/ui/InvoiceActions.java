package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.Question;
import com.acme.dashboard.invoices.DeletedInvoice;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.PaidInvoices;
import com.acme.dashboard.invoices.UnknownCustomer;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Collection;
import java.util.UUID;

/** What can be done with invoices that exist, each with its way back. */
@SpringComponent
class InvoiceActions {

    private final InvoiceService invoices;

    InvoiceActions(InvoiceService invoices) {
        this.invoices = invoices;
    }

    /** Has the browser fetch the invoice as a sheet of paper. */
    void downloadPdf(UUID id) {
        PdfLink.follow(invoices, id);
    }

    /**
     * Marks those that are pending as paid, all or none, and offers to undo exactly that.
     *
     * @return whether the database did that
     */
    boolean markPaid(Collection<UUID> ids) {
        return Failures.attempt(() -> {
            var paid = invoices.markPaid(ids);
            var words = InvoiceWords.many("invoices.marked-paid", paid.count());
            if (paid.count() == 0) {
                Notifications.success(words);
            } else {
                Notifications.withUndo(words, () -> undoMarkPaid(paid));
            }
        });
    }

    /**
     * Asks, deletes, all or none, and offers to put them back with their ids.
     *
     * @param question what is about to be deleted, in words
     * @param afterwards runs once they are deleted
     */
    void delete(Collection<UUID> ids, String question, Command afterwards) {
        var dialog = new Question();
        dialog.setHeader(question);
        dialog.setText(I18NProvider.translate("common.delete.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("app.cancel"));
        dialog.setConfirmText(I18NProvider.translate("invoices.delete"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(confirmed -> delete(ids, afterwards));
        dialog.open();
    }

    private boolean undoMarkPaid(PaidInvoices paid) {
        return Failures.attempt(() -> {
            var undone = invoices.undoMarkPaid(paid);
            if (undone < paid.count()) {
                // Someone has changed or deleted the others since: those changes stay.
                Notifications.error(InvoiceWords.many("invoices.not-undone", paid.count() - undone));
            } else {
                Notifications.success(InvoiceWords.many("invoices.pending-again", undone));
            }
        });
    }

    private void delete(Collection<UUID> ids, Command afterwards) {
        Failures.attempt(() -> {
            var deleted = invoices.deleteAll(ids);
            if (deleted.isEmpty()) {
                Notifications.error(I18NProvider.translate("invoices.deleted-already"));
            } else {
                Notifications.withUndo(InvoiceWords.many("invoices.deleted", deleted.size()), () -> restore(deleted));
            }
            afterwards.execute();
        });
    }

    private boolean restore(Collection<DeletedInvoice> deleted) {
        return Failures.attempt(() -> {
            try {
                Notifications.success(InvoiceWords.many("invoices.restored", invoices.restoreAll(deleted)));
            } catch (UnknownCustomer _) {
                Notifications.error(I18NProvider.translate("invoices.restore-without-customer"));
            }
        });
    }
}
