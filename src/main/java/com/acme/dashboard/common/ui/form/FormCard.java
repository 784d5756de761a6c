package com.acme.dashboard.common.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;

/** A form with its buttons, and a place for what keeps it as a whole from being saved. */
public final class FormCard extends Div {

    private final Paragraph problem = new Paragraph();
    private final Div buttons = new Div();

    /**
     * Shows that form.
     *
     * @param saveText what the main button says, already translated
     * @param save runs on the button and on Ctrl+Enter in the card, never twice at the same time
     */
    public FormCard(Component form, String saveText, Command save, Command cancel) {
        addClassNames("card", "form-card");
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var saving = new Button(saveText);
        saving.addThemeVariants(ButtonVariant.PRIMARY);
        saving.setTestId("form-save");
        saving.setDisableOnClick(true);
        saving.addClickListener(click -> {
            problem.setVisible(false);
            try {
                save.execute();
            } finally {
                saving.setEnabled(true);
            }
        });
        // A dialog over the form has keys of its own.
        // The field that is being typed in reports its value when it loses the focus.
        saving.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        var cancelling = new Button(getTranslation("app.cancel"), click -> cancel.execute());
        cancelling.setTestId("form-cancel");
        buttons.add(cancelling, saving);
        buttons.addClassName("form-actions");
        add(form, problem, buttons);
    }

    /** Puts a button that deletes what is being edited at the far end of the others. */
    public void offerDelete(String text, Command delete) {
        var deleting = new Button(text, click -> delete.execute());
        deleting.addThemeVariants(ButtonVariant.ERROR);
        deleting.addClassName("start");
        deleting.setTestId("form-delete");
        buttons.addComponentAsFirst(deleting);
    }

    /** Says why nothing was saved, until the next try. */
    public void showProblem(String text) {
        problem.setText(text);
        problem.setVisible(true);
    }
}
