package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Navigation;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.acme.dashboard.common.ui.form.ConflictDialog;
import com.acme.dashboard.common.ui.form.FormCard;
import com.acme.dashboard.common.ui.form.GoneDialog;
import com.acme.dashboard.common.ui.list.GridPosition;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceConflict;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.acme.dashboard.invoices.InvoiceGone;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.UnknownCustomer;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.List;

/** The form with its buttons: saves, and when that does not work out says why and keeps what was typed. */
final class InvoiceEditor extends Composite<FormCard> {

    private final InvoiceService invoices;
    private final CustomerService customers;
    private final String back;
    private final InvoiceForm form;
    private final FormCard card;

    /**
     * Edits this draft.
     *
     * @param back the address that saving and cancelling lead back to
     */
    InvoiceEditor(
            InvoiceService invoices,
            CustomerService customers,
            InvoiceActions actions,
            InvoiceDraft draft,
            String back) {
        this.invoices = invoices;
        this.customers = customers;
        this.back = back;
        form = new InvoiceForm(customers, draft);
        var id = draft.id();
        card = new FormCard(form, getTranslation(id == null ? "invoices.create" : "app.save"), this::save, this::back);
        card.setTestId("invoice-form");
        if (id == null) {
            form.focusFirst();
        } else {
            card.offerDelete(
                    getTranslation("invoices.delete"),
                    () -> actions.delete(List.of(id), getTranslation("invoices.delete.this"), this::leave));
        }
    }

    @Override
    protected FormCard initContent() {
        return card;
    }

    /** Asks before what was typed is lost. */
    void guard(BeforeLeaveEvent event) {
        UnsavedChanges.guard(event, form.hasChanges(), form::forget);
    }

    private void save() {
        form.read().ifPresent(this::store);
    }

    private void store(InvoiceDraft draft) {
        Failures.attempt(
                () -> {
                    try {
                        invoices.save(draft);
                        saved(draft);
                    } catch (InvoiceConflict conflict) {
                        resolve(conflict, draft);
                    } catch (InvoiceGone _) {
                        new GoneDialog(getTranslation("invoices.gone"), () -> store(draft.asNew()), this::leave).open();
                    } catch (UnknownCustomer _) {
                        form.refuseCustomer();
                    }
                },
                () -> card.showProblem(getTranslation("common.failed.nothing-saved")));
    }

    private void resolve(InvoiceConflict conflict, InvoiceDraft mine) {
        var theirs = conflict.theirs();
        new ConflictDialog(
                        getTranslation("invoices.conflict"),
                        new InvoiceComparison(customers).of(form.original(), theirs, mine),
                        () -> Failures.attempt(() -> form.showInstead(theirs)),
                        () -> store(mine.withVersion(theirs.version())))
                .open();
    }

    private void saved(InvoiceDraft draft) {
        Notifications.success(getTranslation(draft.id() == null ? "invoices.created" : "invoices.saved"));
        if (draft.id() == null) {
            GridPosition.forget(UI.getCurrent());
        }
        leave();
    }

    private void leave() {
        form.forget();
        back();
    }

    private void back() {
        Navigation.to(back);
    }
}
