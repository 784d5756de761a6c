package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.ConflictDialog;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.GoneDialog;
import com.acme.dashboard.common.ui.GridPosition;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceConflict;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.acme.dashboard.invoices.InvoiceGone;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.UnknownCustomer;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.List;
import java.util.UUID;

/** The form with its buttons: saves, and when that does not work out says why and keeps what was typed. */
final class InvoiceEditor extends Div {

    private final InvoiceService invoices;
    private final CustomerService customers;
    private final InvoiceListState list;
    private final InvoiceForm form;
    private final Paragraph problem = new Paragraph();
    private final Button save;

    /**
     * Edits this draft.
     *
     * @param list where saving and cancelling lead back to
     */
    InvoiceEditor(
            InvoiceService invoices,
            CustomerService customers,
            InvoiceActions actions,
            InvoiceDraft draft,
            InvoiceListState list) {
        this.invoices = invoices;
        this.customers = customers;
        this.list = list;
        form = new InvoiceForm(customers, draft);
        addClassNames("card", "form-card");
        setTestId("invoice-form");
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        save = new Button(getTranslation(draft.id() == null ? "invoices.create" : "app.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        // The field that is being typed in reports its value when it loses the focus.
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
        var cancel = new Button(getTranslation("app.cancel"), click -> back());
        var buttons = new Div(cancel, save);
        buttons.addClassName("form-actions");
        var id = draft.id();
        if (id == null) {
            form.focusFirst();
        } else {
            buttons.addComponentAsFirst(deleteButton(id, actions));
        }
        add(form, problem, buttons);
    }

    /** Asks before what was typed is lost. */
    void guard(BeforeLeaveEvent event) {
        UnsavedChanges.guard(event, form.hasChanges(), form::forget);
    }

    private Button deleteButton(UUID id, InvoiceActions actions) {
        var delete = new Button(
                getTranslation("invoices.delete"),
                click -> actions.delete(List.of(id), getTranslation("invoices.delete.this"), this::leave));
        delete.addThemeVariants(ButtonVariant.ERROR);
        delete.addClassName("start");
        return delete;
    }

    private void save() {
        problem.setVisible(false);
        form.read().ifPresent(this::store);
        save.setEnabled(true);
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
                () -> {
                    problem.setText(getTranslation("invoices.form.not-saved"));
                    problem.setVisible(true);
                });
    }

    private void resolve(InvoiceConflict conflict, InvoiceDraft mine) {
        var theirs = conflict.theirs();
        new ConflictDialog(
                        getTranslation("invoices.conflict"),
                        new InvoiceComparison(customers).of(form.original(), theirs, mine),
                        () -> {
                            form.forget();
                            form.show(theirs);
                        },
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
        UI.getCurrent().navigate(InvoiceListView.class, list.toQueryParameters());
    }
}
