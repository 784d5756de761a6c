package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.server.Command;
import java.io.Serializable;

/** Asks before a page with unsaved fields is left for another page of the app, or by signing out. */
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
        ask(leave::cancel, () -> {
            discard.execute();
            leave.proceed();
        });
    }

    /** Has signing out ask, as long as that form or view stands in a page and something in it has been changed. */
    public static void watch(Component form, SerializableSupplier<Boolean> changed) {
        var watched = new Watched(changed);
        form.addAttachListener(event -> ComponentUtil.setData(event.getUI(), Watched.class, watched));
        form.addDetachListener(event -> {
            // The next form may stand there before this one goes.
            if (watched.equals(ComponentUtil.getData(event.getUI(), Watched.class))) {
                ComponentUtil.setData(event.getUI(), Watched.class, null);
            }
        });
    }

    /** Does what loses unsaved fields: at once where there are none, else as soon as the person agrees. */
    public static void settle(UI ui, Command action) {
        var watched = ComponentUtil.getData(ui, Watched.class);
        settle(watched != null && watched.changed.get(), action);
    }

    /** Does what loses changes: at once where there are none, else as soon as the person agrees. */
    public static void settle(boolean changed, Command discard) {
        if (changed) {
            ask(() -> {}, discard);
        } else {
            discard.execute();
        }
    }

    /** An earlier question, about a navigation that another one has overtaken, is answered no more. */
    private static void ask(Command stay, Command discard) {
        var dialog = new Question();
        var ui = UI.getCurrentOrThrow();
        var earlier = ComponentUtil.getData(ui, Question.class);
        if (earlier != null) {
            earlier.close();
        }
        ComponentUtil.setData(ui, Question.class, dialog);
        dialog.setHeader(I18NProvider.translate("common.unsaved.question"));
        dialog.setText(I18NProvider.translate("common.unsaved.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("common.unsaved.stay"));
        dialog.setConfirmText(I18NProvider.translate("common.unsaved.discard"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addCancelListener(cancelled -> stay.execute());
        dialog.addConfirmListener(confirmed -> discard.execute());
        dialog.openAtCancel();
    }

    private record Watched(SerializableSupplier<Boolean> changed) implements Serializable {}
}
