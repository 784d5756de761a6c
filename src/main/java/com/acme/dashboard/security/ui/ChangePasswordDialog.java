package com.acme.dashboard.security.ui;

import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.security.OwnPassword;
import com.acme.dashboard.security.PasswordRefused;
import com.acme.dashboard.security.TooManyAtOnce;
import com.acme.dashboard.security.TooManyAttempts;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;

/** Asks for the current password and twice for the new one, and changes it. */
final class ChangePasswordDialog extends Dialog {

    private final OwnPassword password;
    private final PasswordField current = field("password.current", Autocomplete.CURRENT_PASSWORD);
    private final PasswordField replacement = field("password.new", Autocomplete.NEW_PASSWORD);
    private final PasswordField repeated = field("password.repeat", Autocomplete.NEW_PASSWORD);

    ChangePasswordDialog(OwnPassword password) {
        this.password = password;
        setTestId("change-password");
        setHeaderTitle(getTranslation("password.change"));
        setWidth("26rem");
        var fields = new VerticalLayout(current, replacement, repeated);
        fields.setPadding(false);
        add(fields);
        var save = new Button(getTranslation("password.change"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        // On a button the key presses that button. What is just being typed is told when the field loses the focus.
        save.addClickShortcut(Key.ENTER)
                .listenOn(current, replacement, repeated)
                .resetFocusOnActiveElement();
        getFooter().add(new Button(getTranslation("app.cancel"), click -> close()), save);
        current.focus();
    }

    private void save() {
        List.of(current, replacement, repeated).forEach(field -> field.setInvalid(false));
        if (current.isEmpty()) {
            refuse(current, getTranslation("password.missing"));
        } else if (!replacement.getValue().equals(repeated.getValue())) {
            refuse(repeated, getTranslation("password.different"));
        } else {
            change();
        }
    }

    private void change() {
        try {
            if (password.change(current.getValue(), replacement.getValue())) {
                close();
                Notifications.success(getTranslation("password.changed"));
            } else {
                refuse(current, getTranslation("password.wrong"));
            }
        } catch (PasswordRefused refused) {
            refuse(replacement, getTranslation(refused.reason().textKey()));
        } catch (TooManyAttempts refused) {
            refuse(current, getTranslation("sign-in.wait", refused.seconds()));
        } catch (TooManyAtOnce refused) {
            refuse(current, getTranslation("sign-in.busy", refused.seconds()));
        }
    }

    private static void refuse(PasswordField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private PasswordField field(String textKey, Autocomplete autocomplete) {
        var field = new PasswordField(getTranslation(textKey));
        field.setAutocomplete(autocomplete);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }
}
