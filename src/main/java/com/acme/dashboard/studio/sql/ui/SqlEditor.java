package com.acme.dashboard.studio.sql.ui;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.studio.sql.SqlText;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;

/** Where SQL is written ({@code frontend/scripts/sql-editor.js}). What stands in it the server learns when it is to be run. */
@Tag("acme-sql-editor")
final class SqlEditor extends Component {

    private final transient SerializableBiConsumer<Action, SerializableSupplier<List<SqlText>>> asked;

    /** Hands over what is to be run: the statements, each with its place in the whole text, which may be too long. */
    SqlEditor(SerializableBiConsumer<Action, SerializableSupplier<List<SqlText>>> asked) {
        this.asked = asked;
        setTestId("sql-editor");
        getElement().setAttribute("label", getTranslation("studio.sql.editor"));
        getElement().setAttribute("person", person());
        getElement()
                .addEventListener("acme-sql", event -> {
                    var detail = event.getEventData();
                    asked(
                            Action.valueOf(detail.path("event.detail.action").asString("")),
                            detail.path("event.detail.text").asString(""),
                            detail.path("event.detail.from").asInt(0),
                            detail.path("event.detail.to").asInt(0));
                })
                .addEventData("event.detail.action")
                .addEventData("event.detail.text")
                .addEventData("event.detail.from")
                .addEventData("event.detail.to");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://scripts/sql-editor.js");
    }

    /** Asks the browser for the text and the selection, which come back by themselves. */
    void ask(Action action) {
        whenDefined("this.ask($0)", action.name());
    }

    /** What the browser answers, or tells by itself when somebody presses the keys for it. */
    void asked(Action action, String text, int from, int to) {
        asked.accept(action, () -> statements(action, text, from, to));
    }

    /** Puts a text there that came with a link; it is not run. */
    void fill(String sql) {
        whenDefined("this.fill($0)", sql);
    }

    /** Marks what is at fault. */
    void mark(int from, int to) {
        whenDefined("this.mark($0, $1)", from, to);
    }

    /** Keeps what was run in the browser's history. */
    void remember(List<SqlText> statements) {
        var sql = statements.stream().map(SqlText::sql).collect(joining(";\n"));
        getElement()
                .executeJs(
                        "import(new URL('scripts/sql-editor.js', document.baseURI)).then(editor => editor.remember($0, $1))",
                        person(),
                        sql);
    }

    /** Whose texts the browser keeps. */
    static String person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "" : authentication.getName();
    }

    private void whenDefined(String call, Object... parameters) {
        getElement().executeJs("customElements.whenDefined(this.localName).then(() => " + call + ")", parameters);
    }

    private static List<SqlText> statements(Action action, String text, int from, int to) {
        if (action == Action.ALL) {
            return SqlText.split(text);
        }
        if (from < to && to <= text.length()) {
            return SqlText.split(text.substring(from, to)).stream()
                    .map(statement -> statement.shifted(from))
                    .toList();
        }
        return SqlText.at(text, from).stream().toList();
    }

    /** What is to be done with which part of the text. */
    enum Action {
        /** Run the statement at the caret, or the selection. */
        CURRENT,
        /** Run everything. */
        ALL,
        /** Show the plan of the statement at the caret, or of the selection. */
        EXPLAIN
    }
}
