package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A link that looks like a button: it leads to another page of the application, and opens in a new tab like any link. */
public final class ActionLink extends Anchor {

    /** With its (translated) text and its path in the application. */
    public ActionLink(String text, String path) {
        super(path);
        addClassName("button-link");
        add(new Span(text));
    }

    /** The page's one main action: in the accent colour, with a plus, and under the key {@code n}. */
    public static ActionLink create(String text, String path) {
        var link = new ActionLink(text, path);
        link.addClassName("primary");
        link.addComponentAsFirst(Glyph.PLUS.create());
        link.getElement().setAttribute("data-shortcut", "create");
        return link;
    }
}
