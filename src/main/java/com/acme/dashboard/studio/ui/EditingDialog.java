package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.EditingPermit;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks why somebody wants to change something by hand. */
final class EditingDialog extends Dialog {

    private final TextArea reason = new TextArea(getTranslation("studio.editing.reason"));

    /**
     * For so many minutes.
     *
     * @param begin gets the reason, which is not blank
     */
    EditingDialog(long minutes, SerializableConsumer<String> begin) {
        setTestId("studio-editing-dialog");
        setHeaderTitle(getTranslation("studio.editing.question", minutes));
        reason.setTestId("studio-editing-reason");
        reason.setMaxLength(EditingPermit.LONGEST_REASON);
        reason.setHelperText(getTranslation("studio.editing.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setI18n(
                new TextArea.TextAreaI18n().setRequiredErrorMessage(getTranslation("studio.editing.reason.missing")));
        reason.setAutofocus(true);
        reason.setWidthFull();
        add(new Paragraph(getTranslation("studio.editing.warning")), reason);
        var confirm = new Button(getTranslation("studio.editing.confirm"), click -> confirm(begin));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setTestId("studio-editing-confirm");
        getFooter().add(new Button(getTranslation("app.cancel"), click -> close()), confirm);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.focus();
            }
        });
    }

    private void confirm(SerializableConsumer<String> begin) {
        if (reason.getValue().isBlank()) {
            reason.setInvalid(true);
            reason.setErrorMessage(getTranslation("studio.editing.reason.missing"));
            reason.focus();
            return;
        }
        close();
        begin.accept(reason.getValue());
    }
}
