package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.html.Div;

/** The shape of what is being loaded; the style sheet shows it only after 150 milliseconds, so that quick work does not flicker. */
public final class Skeleton extends Div {

    /** So many rows, each with a picture, a name and an amount. */
    public Skeleton(int rows) {
        addClassName("skeleton");
        getElement().setAttribute("aria-hidden", "true");
        for (int row = 0; row < rows; row++) {
            add(new Div());
        }
    }
}
