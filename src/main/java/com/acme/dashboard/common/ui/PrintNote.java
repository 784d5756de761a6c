package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

/** Says on paper what a list on the screen says by its scroll bar: that there may be more. Not to be seen on a screen. */
public final class PrintNote extends Paragraph {

    public PrintNote() {
        super(I18NProvider.translate("app.print-note"));
        addClassName("print-note");
    }
}
