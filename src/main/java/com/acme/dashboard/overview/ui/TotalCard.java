package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** One figure with its name, a link to the list that it counts. */
final class TotalCard extends Anchor {

    private final Span figure = new Span();
    private final Span detail = new Span();

    TotalCard(String testId, String name, String path) {
        super(path);
        addClassNames("card", "total-card");
        setTestId(testId);
        var title = new Span(name);
        title.addClassName("total-name");
        figure.addClassNames("total-figure", "figures");
        detail.addClassName("total-detail");
        var chevron = Glyph.CHEVRON.create();
        chevron.addClassName("total-chevron");
        add(title, figure, detail, chevron);
    }

    /** Shows the figure and, in words, what belongs to it. */
    void show(String text, String words) {
        figure.setText(text);
        figure.getStyle().set("--characters", Integer.toString(text.length()));
        detail.setText(words);
    }
}
