package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.common.ui.Navigation;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.acme.dashboard.common.ui.form.ConflictDialog;
import com.acme.dashboard.common.ui.form.ConflictDialog.Difference;
import com.acme.dashboard.common.ui.form.FormCard;
import com.acme.dashboard.common.ui.form.GoneDialog;
import com.acme.dashboard.common.ui.list.GridPosition;
import com.acme.dashboard.customers.CustomerConflict;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerGone;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.List;

/** The form with its buttons: saves, and when that does not work out says why and keeps what was typed. */
final class CustomerEditor extends Composite<FormCard> {

    private final CustomerService customers;
    private final CustomerForm form;
    private final FormCard card;
    private final CustomerListState list;
    private final String back;

    /**
     * Edits this draft.
     *
     * @param list where it leads when there is no such customer any more
     * @param back the address that saving and cancelling lead back to
     */
    CustomerEditor(
            CustomerService customers,
            CustomerActions actions,
            CustomerDraft draft,
            CustomerListState list,
            String back) {
        this.customers = customers;
        this.list = list;
        this.back = back;
        form = new CustomerForm(customers, draft);
        var id = draft.id();
        card = new FormCard(
                form,
                getTranslation(id == null ? "customers.create" : "app.save"),
                this::save,
                () -> Navigation.to(back));
        card.setTestId("customer-form");
        if (id == null) {
            form.focusFirst();
        } else {
            card.offerDelete(
                    getTranslation("customers.delete"),
                    () -> actions.delete(id, Names.shown(draft.name()), list, () -> leave(list.address())));
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

    private void store(CustomerDraft draft) {
        Failures.attempt(
                () -> {
                    try {
                        customers.save(draft);
                        saved(draft);
                    } catch (CustomerConflict conflict) {
                        resolve(conflict, draft);
                    } catch (CustomerGone _) {
                        new GoneDialog(
                                        getTranslation("customers.gone"),
                                        () -> store(draft.asNew()),
                                        () -> leave(list.address()))
                                .open();
                    }
                },
                () -> card.showProblem(getTranslation("common.failed.nothing-saved")));
    }

    private void resolve(CustomerConflict conflict, CustomerDraft mine) {
        var theirs = conflict.theirs();
        new ConflictDialog(
                        getTranslation("customers.conflict"),
                        differences(form.original(), theirs, mine),
                        () -> form.showInstead(theirs),
                        () -> store(mine.withVersion(theirs.version())))
                .open();
    }

    private List<Difference> differences(CustomerDraft before, CustomerDraft theirs, CustomerDraft mine) {
        var changed = before.differences(theirs);
        changed.addAll(before.differences(mine));
        return changed.stream()
                .map(field -> switch (field) {
                    case NAME -> difference("customers.name", before.name(), theirs.name(), mine.name());
                    case EMAIL -> difference("customers.email", before.email(), theirs.email(), mine.email());
                    case IMAGE -> difference("customers.image", before.imageUrl(), theirs.imageUrl(), mine.imageUrl());
                })
                .toList();
    }

    private Difference difference(String key, String before, String theirs, String mine) {
        return new Difference(getTranslation(key), orNothing(before), orNothing(theirs), orNothing(mine));
    }

    private String orNothing(String text) {
        return text.isEmpty() ? getTranslation("common.conflict.nothing") : text;
    }

    private void saved(CustomerDraft draft) {
        Notifications.success(getTranslation(draft.id() == null ? "customers.created" : "customers.saved"));
        if (draft.id() == null) {
            GridPosition.forget(UI.getCurrent());
        }
        leave(back);
    }

    private void leave(String address) {
        form.forget();
        Navigation.to(address);
    }
}
