package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.MoneyInput;
import com.acme.dashboard.common.ui.DatePickers;
import com.acme.dashboard.common.ui.form.DraftFields;
import com.acme.dashboard.customers.CustomerOption;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.converter.Converter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of an invoice: shows and reads drafts, and says at each field what is wrong with it. */
final class InvoiceForm extends Div {

    private final CustomerService customers;
    private final CustomerField customer;
    private final TextField amount = new TextField(getTranslation("invoices.form.amount"));
    private final RadioButtonGroup<InvoiceStatus> status =
            new RadioButtonGroup<>(getTranslation("invoices.form.status"));
    private final DatePicker date = DatePickers.create(getTranslation("invoices.form.date"), getLocale());
    private final DraftFields<InvoiceDraft> fields;

    InvoiceForm(CustomerService customers, InvoiceDraft draft) {
        this.customers = customers;
        fields = new DraftFields<>(this, InvoiceDraft.class, draft, InvoiceDraft::version, InvoiceDraft::withVersion);
        customer = new CustomerField(customers);
        addClassName("form-card");
        customer.setTestId("invoice-customer");
        amount.setTestId("invoice-amount");
        status.setTestId("invoice-status");
        date.setTestId("invoice-date");
        amount.setPrefixComponent(new Span("$"));
        amount.setAutocomplete(Autocomplete.OFF);
        amount.getElement().executeJs("this.inputElement.inputMode = 'decimal'");
        status.addClassName("segments");
        status.setItems(InvoiceStatus.values());
        status.setItemLabelGenerator(InvoiceWords::status);
        bind();
        fields.mirror()
                .choice("customer", customer, chosen -> chosen.id().toString(), this::customerOf)
                .text("amount", amount, amount::setValue)
                .choice("status", status, InvoiceStatus::text, InvoiceStatus::ofText)
                .text("date", date, text -> date.setValue(text.isEmpty() ? null : LocalDate.parse(text)));
        add(customer, amount, status, date);
        show(draft);
    }

    /** Shows a draft; from now on only what differs from it is unsaved. */
    void show(InvoiceDraft draft) {
        fields.show(draft);
    }

    /** Shows a draft in place of what was typed, which the browser forgets. */
    void showInstead(InvoiceDraft draft) {
        fields.showInstead(draft);
    }

    /** The draft that is being edited, as it was read. */
    InvoiceDraft original() {
        return fields.original();
    }

    /** Puts the cursor where a new invoice begins: into the first field that is empty. */
    void focusFirst() {
        if (customer.isEmpty()) {
            customer.focus();
        } else {
            amount.focus();
        }
    }

    /** What the fields hold, if all of it is right; else the first wrong field gets the focus. */
    Optional<InvoiceDraft> read() {
        return fields.read()
                .map(typed -> new InvoiceDraft(
                        original().id(),
                        typed.customerId(),
                        typed.amount(),
                        typed.status(),
                        typed.date(),
                        original().version()));
    }

    /** Says that the chosen customer does not exist any more; everything else stays. */
    void refuseCustomer() {
        customer.setInvalid(true);
        customer.setErrorMessage(getTranslation("invoices.form.customer-gone"));
        customer.focus();
    }

    boolean hasChanges() {
        return fields.hasChanges();
    }

    /** The fields are saved or given up: the browser forgets them. */
    void forget() {
        fields.forget();
    }

    private void bind() {
        var binder = fields.binder();
        var customerBinding = binder.forField(customer)
                .asRequired(getTranslation("invoices.form.customer-required"))
                .<@Nullable UUID>withConverter(
                        chosen -> chosen == null ? null : chosen.id(),
                        id -> id == null ? null : customers.option(id).orElse(null))
                .bind("customerId");
        var amountBinding = binder.forField(amount)
                .asRequired(getTranslation("money.empty"))
                .withConverter(Converter.<String, @Nullable Money>from(
                        this::money, money -> money == null ? "" : money.formatPlain(getLocale())))
                .bind("amount");
        binder.forField(status).bind("status");
        var dateBinding = binder.forField(date)
                .asRequired(getTranslation("invoices.form.date-required"))
                .bind("date");
        customer.addBlurListener(left -> customerBinding.validate());
        amount.addBlurListener(left -> amountBinding.validate());
        date.addBlurListener(left -> dateBinding.validate());
    }

    private Result<@Nullable Money> money(String text) {
        return switch (MoneyInput.parse(text, getLocale())) {
            case MoneyInput.Amount(var money) -> Result.ok(money);
            case MoneyInput.Refused(var reason, var example) ->
                Result.error(getTranslation(reason.messageKey(), example));
        };
    }

    private Optional<CustomerOption> customerOf(String id) {
        return customers.option(UUID.fromString(id));
    }
}
