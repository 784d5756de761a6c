package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/**
 * Whoever works with the keyboard goes on beside what they pressed, also where that goes away with the press: what is left
 * gets the focus, unless something else has it.
 */
public final class LostFocus {

    /** A dialog that closes keeps the focus for some frames. */
    private static final String TAKE = """
            const isLost = () => document.activeElement === document.body || !document.activeElement.checkVisibility();
            const look = (frames) => {
              if (isLost()) {
                %s;
              } else if (frames > 0) {
                requestAnimationFrame(() => look(frames - 1));
              }
            };
            look(60);
            """;

    private static final String TO_THIS = TAKE.formatted("this.focus()");
    private static final String TO_CONTENT =
            TAKE.formatted("document.getElementById('content')?.focus({preventScroll: true})");

    private LostFocus() {}

    /** Gives it to that part of the page. */
    public static void takeTo(Component next) {
        next.getElement().executeJs(TO_THIS);
    }

    /** Gives it to what the page is about, as a page gets it that another one leads to. */
    public static void takeToContent() {
        UI.getCurrentOrThrow().getPage().executeJs(TO_CONTENT);
    }
}
