package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;

/** What is done in a page by a thread that is not the page's own. */
public final class InPage {

    private InPage() {}

    /** Does it with the page's lock, as soon as that is free. A page that has gone meanwhile hears nothing. */
    public static void run(UI page, SerializableRunnable command) {
        page.accessLater(command, () -> {}).run();
    }
}
