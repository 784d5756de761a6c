package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;

/** The top of every page, in the same place on each: way back, name (the page's only {@code h1}), count, sum, actions. */
public final class PageHeader extends Div {

    private final H1 title = new H1();
    private final Span count = new Span();
    private final Span counted = new Span();
    private final Span sum = new Span();
    private final Div actions = new Div();

    /** A header with the page's name, already translated. */
    public PageHeader(String title, Component... actions) {
        addClassName("page-header");
        setHeading(title);
        count.addClassNames("page-count", "figures");
        count.getElement().setAttribute("aria-hidden", "true");
        counted.addClassName("visually-hidden");
        setCount("");
        sum.addClassNames("page-sum", "figures");
        sum.setTestId("list-sum");
        sum.setVisible(false);
        var heading = new Div(this.title, count, counted, sum);
        heading.addClassName("page-heading");
        this.actions.addClassName("page-actions");
        this.actions.add(actions);
        add(heading, this.actions);
    }

    /** Puts the way back to the pages above this one over the name. */
    public PageHeader under(Breadcrumb breadcrumb) {
        addComponentAsFirst(breadcrumb);
        return this;
    }

    /** Replaces the page's name, already translated. */
    public void setHeading(String title) {
        this.title.setText(title);
        this.title.setTitle(title);
    }

    /** Shows how many there are, with the user's thousands separators. */
    public void setCount(long number) {
        setCount(NumberFormat.getIntegerInstance(getLocale()).format(number));
    }

    /** Shows how many there are, in words or figures; empty hides it. */
    public void setCount(String text) {
        count.setText(text);
        counted.setText(text.isEmpty() ? "" : I18NProvider.translate("app.count", text));
        count.setVisible(!text.isEmpty());
    }

    /** Has screen readers say how many there are whenever that changes, as in a list that is searched. */
    public void announceCount() {
        counted.getElement().setAttribute("role", "status");
    }

    /** Has them say something else, already translated, instead of how many there are. */
    public void announce(String text) {
        counted.setText(text);
    }

    /** Shows what all of them add up to, beside how many there are; empty hides it. */
    public void setSum(String text) {
        sum.setText(text);
        sum.setVisible(!text.isEmpty());
    }

    /** Adds an action at the end of the header. */
    public void addAction(Component action) {
        actions.add(action);
    }
}
