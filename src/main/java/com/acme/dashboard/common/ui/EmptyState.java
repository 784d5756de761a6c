package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where a list would be: one sentence and at most one thing to do. */
public final class EmptyState extends Div {

    /** With the (translated) sentence and, where there is one, the action. */
    public EmptyState(Glyph glyph, String sentence, Component... action) {
        addClassName("state");
        add(glyph.create(), new Paragraph(sentence));
        add(action);
    }
}
