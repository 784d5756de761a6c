package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.FormDraft;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ReadOnlyHasValue;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.validator.BeanValidator;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a customer: shows and reads drafts, and says at each field what is wrong with it. */
final class CustomerForm extends Div {

    private final TextField name = new TextField(getTranslation("customers.name"));
    private final TextField email = new TextField(getTranslation("customers.email"));
    private final TextField image = new TextField(getTranslation("customers.image"));
    private final Span version = new Span();
    private final SameEmailWarning sameEmail;
    private final Binder<CustomerDraft> binder = new Binder<>(CustomerDraft.class);
    private final FormDraft mirror = new FormDraft(this);
    private CustomerDraft original;

    CustomerForm(CustomerService customers, CustomerDraft draft) {
        this.original = draft;
        sameEmail = new SameEmailWarning(customers);
        addClassName("form-card");
        email.getElement().executeJs("this.inputElement.inputMode = 'email'");
        image.setPlaceholder("https://");
        image.setHelperText(getTranslation("customers.image.help"));
        version.getElement().setAttribute("hidden", true);
        bind();
        name.addValueChangeListener(event -> preview());
        image.addValueChangeListener(event -> preview());
        email.addValueChangeListener(event -> sameEmail.check(CustomerDraft.tidy(event.getValue()), original.id()));
        mirror.text("name", name, name::setValue)
                .text("email", email, email::setValue)
                .text("image", image, image::setValue)
                .text("version", version, text -> original = original.withVersion(Long.valueOf(text)));
        add(mirror, name, email, sameEmail, image, version);
        show(draft);
        preview();
    }

    /** Shows a draft; from now on only what differs from it is unsaved. */
    void show(CustomerDraft draft) {
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
    CustomerDraft original() {
        return original;
    }

    void focusFirst() {
        name.focus();
    }

    /** What the fields hold, if all of it is right; else the first wrong field gets the focus. */
    Optional<CustomerDraft> read() {
        try {
            var typed = binder.writeRecord();
            return Optional.of(new CustomerDraft(
                    original.id(), typed.name(), typed.email(), typed.imageUrl(), original.version()));
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
        name.setRequiredIndicatorVisible(true);
        email.setRequiredIndicatorVisible(true);
        bind(name, "name");
        bind(email, "email");
        bind(image, "imageUrl");
    }

    private void bind(TextField field, String property) {
        field.setAutocomplete(Autocomplete.OFF);
        var binding = binder.forField(field)
                .withConverter(CustomerDraft::tidy, text -> text)
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
