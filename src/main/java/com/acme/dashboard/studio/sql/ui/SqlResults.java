package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.sql.StatementResult;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import org.jspecify.annotations.Nullable;

/** What the statements of the last run brought, in their order, and what kept it from going on. */
final class SqlResults extends Div {

    private int count;

    SqlResults() {
        addClassName("sql-results");
        setTestId("sql-results");
        clear();
    }

    void clear() {
        count = 0;
        removeAll();
    }

    /** How many there are. */
    int count() {
        return count;
    }

    void add(StatementResult result) {
        count++;
        add(new ResultPanel(result, count));
    }

    /** Says what was in the way. {@code told} is the database's own message, {@code statement} which statement it is about. */
    void fail(String words, @Nullable String statement, String told) {
        var message = new Paragraph(words);
        message.addClassName("strong");
        var text = new Div(message);
        if (!told.isBlank()) {
            var original = new Pre(told);
            original.setTestId("sql-error-message");
            text.add(original);
        }
        if (statement != null) {
            var about = new Paragraph(statement);
            about.addClassNames("small", "muted", "cut");
            about.getElement().setAttribute("translate", "no");
            text.add(about);
        }
        var failure = new Div(Glyph.WARNING.create(), text);
        failure.addClassName("sql-failure");
        failure.setTestId("sql-error");
        failure.getElement().setAttribute("role", "alert");
        addComponentAsFirst(failure);
    }
}
