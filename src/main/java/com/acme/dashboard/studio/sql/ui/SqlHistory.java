package com.acme.dashboard.studio.sql.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.internal.JacksonUtils;

/**
 * What this person ran before ({@code frontend/scripts/sql-editor.js}). It is in the browser and nowhere else, until they
 * sign out: statements can hold what others should not read.
 */
@Tag("acme-sql-history")
final class SqlHistory extends Component {

    SqlHistory() {
        setTestId("sql-history");
        var texts = JacksonUtils.createObjectNode();
        for (var text : new String[] {"title", "search", "empty", "clear", "remove", "note", "nothing-found"}) {
            texts.put(text, getTranslation("studio.sql.history." + text));
        }
        getElement().setAttribute("texts", texts.toString());
        getElement().setAttribute("person", SqlEditor.person());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://scripts/sql-editor.js");
    }
}
