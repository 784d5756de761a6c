package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.html.Span;

/** A state in a word, an icon and a colour, never in colour alone. */
public final class Badge extends Span {

    /** What the state means to the reader. */
    public enum Tone {
        GOOD,
        WAITING
    }

    /** A badge with a (translated) word. */
    public Badge(Tone tone, String text) {
        addClassNames("badge", tone == Tone.GOOD ? "badge-good" : "badge-waiting");
        add((tone == Tone.GOOD ? Glyph.CHECK : Glyph.CLOCK).create(), new Span(text));
    }
}
