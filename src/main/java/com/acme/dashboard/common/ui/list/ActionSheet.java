package com.acme.dashboard.common.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.Command;

/** What can be done with one row, as a sheet of large buttons for thumbs. */
public final class ActionSheet extends Dialog {

    /** For the row with this (translated) name. */
    public ActionSheet(String name) {
        addClassName("action-sheet");
        setHeaderTitle(name);
        getFooter().add(new Button(I18NProvider.translate("app.cancel"), click -> close()));
    }

    /** Adds something to do, with its (translated) text. */
    public ActionSheet choice(String text, Command command) {
        add(button(text, command));
        return this;
    }

    /** Adds something that takes away. */
    public ActionSheet danger(String text, Command command) {
        var button = button(text, command);
        button.addThemeVariants(ButtonVariant.ERROR);
        add(button);
        return this;
    }

    private Button button(String text, Command command) {
        return new Button(text, click -> {
            command.execute();
            close();
        });
    }
}
