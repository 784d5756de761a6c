package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** One figure with its name; a link where there is a list that it counts. */
final class TotalCard extends Anchor {

    TotalCard(String name, String figure) {
        addClassNames("card", "total-card");
        var title = new Span(name);
        title.addClassName("total-name");
        var value = new Span(figure);
        value.addClassNames("total-figure", "figures");
        add(title, value);
    }

    void leadTo(String path) {
        setHref(path);
        var chevron = Glyph.CHEVRON.create();
        chevron.addClassName("total-chevron");
        add(chevron);
    }

    void explain(String words) {
        var detail = new Span(words);
        detail.addClassName("total-detail");
        add(detail);
    }
}
