package com.acme.dashboard.common.ui.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;

/**
 * A list on paper: a plain table of the rows that the grid before it has loaded, and which of how many those are
 * ({@code frontend/scripts/printed-list.js}). Not to be seen on a screen.
 */
@Tag("acme-printed-list")
public final class PrintedList extends Component {

    /** Without a row yet, in the person's language. */
    public PrintedList() {
        getElement().setProperty("words", I18NProvider.translate("app.printed"));
    }

    /** The list has that many rows. */
    public void setTotal(long total) {
        setTotal(NumberFormat.getIntegerInstance(getLocale()).format(total));
    }

    /** The list has that many rows, in words or figures such as {@code 10,000+}. */
    public void setTotal(String total) {
        getElement().setProperty("total", total);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://scripts/printed-list.js");
    }
}
