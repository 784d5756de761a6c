package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;

/** The dialogs over a page. A browser's Back reaches the page behind them, so they close with every navigation. */
final class OpenDialogs {

    private OpenDialogs() {}

    /** Closes them from now on, as soon as nothing holds the navigation up any more. */
    static void closeOnNavigation(UI ui) {
        ui.addBeforeEnterListener(event -> close(event.getUI()));
    }

    /** One that was opened from another one hangs below it. */
    private static void close(Component parent) {
        var components = parent.getElement()
                .getChildren()
                .flatMap(element -> element.getComponent().stream())
                .toList();
        for (var component : components) {
            if (component instanceof OverEveryPage) {
                continue;
            }
            if (component instanceof Dialog dialog) {
                close(dialog);
                dialog.close();
            } else if (component instanceof ConfirmDialog question) {
                close(question);
                question.close();
            }
        }
    }
}
