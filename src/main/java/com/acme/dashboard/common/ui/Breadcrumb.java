package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

/** Where a create, edit or detail page stands: links to the pages above it, then the page itself. */
public final class Breadcrumb extends Nav {

    private final OrderedList steps = new OrderedList();
    private final Span here = new Span();

    /** An empty trail; add the pages from the top down. */
    public Breadcrumb() {
        addClassName("breadcrumb");
        setAriaLabel(I18NProvider.translate("app.breadcrumb"));
        add(steps);
    }

    /** Adds a page above this one: its (translated) name and its path in the application. */
    public Breadcrumb link(String name, String path) {
        var link = new Anchor(path, name);
        link.setTitle(name);
        steps.add(new ListItem(link));
        return this;
    }

    /** Ends the trail with the page itself. */
    public Breadcrumb current(String name) {
        setCurrent(name);
        here.getElement().setAttribute("aria-current", "page");
        steps.add(new ListItem(here));
        return this;
    }

    /** Replaces the name of the page itself, already translated. */
    public void setCurrent(String name) {
        here.setText(name);
        here.setTitle(name);
    }
}
