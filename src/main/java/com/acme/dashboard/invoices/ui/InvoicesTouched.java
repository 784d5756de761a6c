package com.acme.dashboard.invoices.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;

/** Tells whatever shows invoices in a browser window that they may have changed and are to be read again. */
final class InvoicesTouched extends ComponentEvent<UI> {

    private InvoicesTouched(UI ui) {
        super(ui, false);
    }

    static void fire(UI ui) {
        ComponentUtil.fireEvent(ui, new InvoicesTouched(ui));
    }

    /** Refreshes a component as long as it is attached; to be called when it is being attached. */
    static void listen(UI ui, Component shown, Command refresh) {
        var registration = ComponentUtil.addListener(ui, InvoicesTouched.class, touched -> refresh.execute());
        shown.addDetachListener(detached -> {
            registration.remove();
            detached.unregisterListener();
        });
    }
}
