package com.acme.dashboard.security.ui;

import com.acme.dashboard.common.ui.Question;
import com.acme.dashboard.common.ui.shell.OverEveryPage;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.Duration;

/** Asks somebody who has done nothing for a long time whether they are still there. */
public final class IdleWarning extends Question implements OverEveryPage {

    private IdleWarning(Duration left, Runnable onStay) {
        setHeader(getTranslation("idle.title"));
        setText(getTranslation("idle.message", left.toMinutes()));
        setConfirmText(getTranslation("idle.stay"));
        addConfirmListener(confirm -> onStay.run());
        setCloseOnEsc(false);
        setTestId("idle-warning");
    }

    /**
     * Opens the question on the page.
     *
     * @param left how long until sign-out
     */
    public static void show(UI ui, Duration left, Runnable onStay) {
        var warning = new IdleWarning(left, onStay);
        ComponentUtil.setData(ui, IdleWarning.class, warning);
        ui.add(warning);
        warning.open();
    }

    /** Takes the question back: something was done, perhaps on another page. */
    public static void close(UI ui) {
        var warning = ComponentUtil.getData(ui, IdleWarning.class);
        if (warning != null) {
            ComponentUtil.setData(ui, IdleWarning.class, null);
            warning.close();
            ui.remove(warning);
        }
    }
}
