package com.acme.dashboard.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;

/** On this page editing was switched on or off, or has ended by itself. */
public final class EditingChanged extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    private EditingChanged(UI page) {
        super(page, false);
    }

    /** Tells everything on the page that listens. */
    static void fire(UI page) {
        ComponentUtil.fireEvent(page, new EditingChanged(page));
    }

    /** Does something at each such event, for as long as the component is on a page. */
    public static void listen(Component listener, Command reaction) {
        listener.addAttachListener(attached -> {
            var registration =
                    ComponentUtil.addListener(attached.getUI(), EditingChanged.class, changed -> reaction.execute());
            listener.addDetachListener(detached -> {
                detached.unregisterListener();
                registration.remove();
            });
        });
    }
}
