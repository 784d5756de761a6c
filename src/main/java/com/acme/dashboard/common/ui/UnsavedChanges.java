package com.acme.dashboard.common.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.server.Command;

/** Asks before a page with unsaved fields is left for another page of the app. */
public final class UnsavedChanges {

    private UnsavedChanges() {}

    /**
     * Holds the navigation up while there are changes, until the person decides.
     *
     * @param discard forgets the changes, before the navigation goes on
     */
    public static void guard(BeforeLeaveEvent event, boolean changed, Command discard) {
        if (!changed) {
            return;
        }
        var leave = event.postpone();
        var dialog = new Question();
        dialog.setHeader(I18NProvider.translate("common.unsaved.question"));
        dialog.setText(I18NProvider.translate("common.unsaved.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("common.unsaved.stay"));
        dialog.setConfirmText(I18NProvider.translate("common.unsaved.discard"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addCancelListener(stay -> leave.cancel());
        dialog.addConfirmListener(confirmed -> {
            discard.execute();
            leave.proceed();
        });
        dialog.open();
    }
}
