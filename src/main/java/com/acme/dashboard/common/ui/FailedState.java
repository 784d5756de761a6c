package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.Command;

/** Stands where something could not be shown: what happened, in words, and a retry, after which the page has the focus. */
public final class FailedState extends Div {

    /** With the (translated) message; the retry opens the page anew. */
    public FailedState(String message) {
        this(message, () -> UI.getCurrent().refreshCurrentRoute(false));
    }

    /** With the (translated) message and what the retry does. */
    public FailedState(String message, Command retry) {
        addClassNames("state", "state-failed");
        getElement().setAttribute("role", "alert");
        setTestId("failed");
        var again = new Button(I18NProvider.translate("app.retry"), Glyph.RETRY.create(), click -> {
            retry.execute();
            LostFocus.takeToContent();
        });
        add(Glyph.WARNING.create(), new Paragraph(message), again);
    }
}
