package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.MoneyInput;
import com.acme.dashboard.common.ui.DatePickers;
import com.acme.dashboard.common.ui.FormDraft;
import com.acme.dashboard.customers.CustomerOption;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ReadOnlyHasValue;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.binder.ValidationException;
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
    private final Span version = new Span();
    private final Binder<InvoiceDraft> binder = new Binder<>(InvoiceDraft.class);
    private final FormDraft mirror = new FormDraft(this);
    private InvoiceDraft original;

    InvoiceForm(CustomerService customers, InvoiceDraft draft) {
        this.customers = customers;
        this.original = draft;
        customer = new CustomerField(customers);
        addClassName("form-card");
        amount.setPrefixComponent(new Span("$"));
        amount.setAutocomplete(Autocomplete.OFF);
        amount.getElement().executeJs("this.inputElement.inputMode = 'decimal'");
        status.addClassName("segments");
        status.setItems(InvoiceStatus.values());
        status.setItemLabelGenerator(InvoiceWords::status);
        version.getElement().setAttribute("hidden", true);
        bind();
        mirror.choice("customer", customer, chosen -> chosen.id().toString(), this::customerOf)
                .text("amount", amount, amount::setValue)
                .choice("status", status, InvoiceStatus::text, InvoiceStatus::ofText)
                .text("date", date, text -> date.setValue(LocalDate.parse(text)))
                .text("version", version, text -> original = original.withVersion(Long.valueOf(text)));
        add(mirror, customer, amount, status, date, version);
        show(draft);
    }

    /** Shows a draft; from now on only what differs from it is unsaved. */
    void show(InvoiceDraft draft) {
        original = draft;
        binder.readRecord(draft);
        // What was typed on top of an older version stays on top of it: saving it then shows what others changed.
        version.getElement()
                .setAttribute(
                        "data-draft-value",
                        draft.version() == null ? "" : draft.version().toString());
        mirror.start();
    }

    /** The draft that is being edited, as it was read. */
    InvoiceDraft original() {
        return original;
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
        try {
            var typed = binder.writeRecord();
            return Optional.of(new InvoiceDraft(
                    original.id(),
                    typed.customerId(),
                    typed.amount(),
                    typed.status(),
                    typed.date(),
                    original.version()));
        } catch (ValidationException invalid) {
            invalid.getFieldValidationErrors().stream()
                    .filter(BindingValidationStatus::isError)
                    .map(BindingValidationStatus::getField)
                    .filter(Focusable.class::isInstance)
                    .map(field -> (Focusable<?>) field)
                    .findFirst()
                    .ifPresent(Focusable::focus);
            return Optional.empty();
        }
    }

    /** Says that the chosen customer does not exist any more; everything else stays. */
    void refuseCustomer() {
        customer.setInvalid(true);
        customer.setErrorMessage(getTranslation("invoices.form.customer-gone"));
        customer.focus();
    }

    boolean hasChanges() {
        return binder.hasChanges();
    }

    /** The fields are saved or given up: the browser forgets them. */
    void forget() {
        mirror.forget();
        binder.readRecord(original);
    }

    private void bind() {
        binder.setChangeDetectionEnabled(true);
        // A record is written as a whole: these two are not edited.
        binder.forField(new ReadOnlyHasValue<@Nullable UUID>(id -> {})).bind("id");
        binder.forField(new ReadOnlyHasValue<@Nullable Long>(read -> {})).bind("version");
        var customerBinding = binder.forField(customer)
                .asRequired(getTranslation("invoices.form.customer-required"))
                .<@Nullable UUID>withConverter(
                        chosen -> chosen == null ? null : chosen.id(),
                        id -> id == null ? null : customers.find(id).orElse(null))
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
        return customers.find(UUID.fromString(id));
    }
}
