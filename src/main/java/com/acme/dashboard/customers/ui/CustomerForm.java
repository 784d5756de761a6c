package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.SingleLine;
import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.form.DraftFields;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.validator.BeanValidator;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Optional;

/** The fields of a customer: shows and reads drafts, and says at each field what is wrong with it. */
final class CustomerForm extends Div {

    private final TextField name = new TextField(getTranslation("customers.name"));
    private final TextField email = new TextField(getTranslation("customers.email"));
    private final TextField image = new TextField(getTranslation("customers.image"));
    private final SameEmailWarning sameEmail;
    private final DraftFields<CustomerDraft> fields;

    CustomerForm(CustomerService customers, CustomerDraft draft) {
        fields =
                new DraftFields<>(this, CustomerDraft.class, draft, CustomerDraft::version, CustomerDraft::withVersion);
        sameEmail = new SameEmailWarning(customers);
        addClassName("form-card");
        name.setTestId("customer-name");
        email.setTestId("customer-email");
        image.setTestId("customer-image");
        email.getElement().executeJs("this.inputElement.inputMode = 'email'");
        image.setPlaceholder("https://");
        image.setHelperText(getTranslation("customers.image.help"));
        bind();
        name.addValueChangeListener(event -> preview());
        image.addValueChangeListener(event -> preview());
        email.addValueChangeListener(event ->
                sameEmail.check(SingleLine.of(event.getValue()), original().id()));
        fields.mirror()
                .text("name", name, name::setValue)
                .text("email", email, email::setValue)
                .text("image", image, image::setValue);
        add(name, email, sameEmail, image);
        show(draft);
        preview();
    }

    /** Shows a draft; from now on only what differs from it is unsaved. */
    void show(CustomerDraft draft) {
        fields.show(draft);
    }

    /** Shows a draft in place of what was typed, which the browser forgets. */
    void showInstead(CustomerDraft draft) {
        fields.showInstead(draft);
    }

    /** The draft that is being edited, as it was read. */
    CustomerDraft original() {
        return fields.original();
    }

    void focusFirst() {
        name.focus();
    }

    /** What the fields hold, if all of it is right; else the first wrong field gets the focus. */
    Optional<CustomerDraft> read() {
        return fields.read()
                .map(typed -> new CustomerDraft(
                        original().id(),
                        typed.name(),
                        typed.email(),
                        typed.imageUrl(),
                        original().version()));
    }

    boolean hasChanges() {
        return fields.hasChanges();
    }

    /** The fields are saved or given up: the browser forgets them. */
    void forget() {
        fields.forget();
    }

    private void bind() {
        name.setRequiredIndicatorVisible(true);
        email.setRequiredIndicatorVisible(true);
        bind(name, "name");
        bind(email, "email");
        bind(image, "imageUrl");
    }

    private void bind(TextField field, String property) {
        field.setAutocomplete(Autocomplete.OFF);
        var binding = fields.binder()
                .forField(field)
                .withConverter(SingleLine::of, text -> text)
                .withValidator(new InWords(property))
                .bind(property);
        field.addBlurListener(left -> binding.validate());
    }

    /** The picture as it will be shown: the image, or the initials as long as there is none. */
    private void preview() {
        image.setPrefixComponent(Avatars.of(name.getValue(), image.isInvalid() ? "" : image.getValue()));
    }

    /** The limits of the draft, with their messages in words. */
    private static final class InWords extends BeanValidator {

        InWords(String property) {
            super(CustomerDraft.class, property);
        }

        @Override
        protected String getMessage(ConstraintViolation<?> violation, Locale locale) {
            return I18NProvider.translate(violation.getMessageTemplate());
        }
    }
}
