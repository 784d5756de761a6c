package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.server.Command;
import java.time.Duration;

/** Content that says when its time is over, counted in the browser ({@code frontend/scripts/transient.js}). */
@Tag("acme-transient")
final class Transient extends HtmlContainer {

    Transient(Duration duration) {
        addClassName("notification-message");
        getElement().setAttribute("milliseconds", Long.toString(duration.toMillis()));
    }

    void onExpired(Command action) {
        getElement().addEventListener("expired", event -> action.execute());
    }
}
