package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;

/**
 * Has the browser ask before a page with unsaved work is closed, reloaded or left for another site
 * ({@code frontend/scripts/leave-guard.js}). Within the application {@link UnsavedChanges} asks.
 */
public final class LeaveGuard {

    private static final String MODULE = "return import(new URL('scripts/leave-guard.js', document.baseURI))";

    private LeaveGuard() {}

    /** From now on that part of the page holds unsaved work, or does not. */
    public static void hold(Component part, boolean holds) {
        part.getElement().executeJs(MODULE + ".then(({ hold }) => hold(this, $0))", holds);
    }

    /** Whatever is typed or chosen in a dialog is unsaved work, until it is closed. */
    public static void holdWhileOpen(Dialog dialog) {
        dialog.getElement().executeJs(MODULE + ".then(({ holdWhileOpen }) => holdWhileOpen(this))");
    }
}
