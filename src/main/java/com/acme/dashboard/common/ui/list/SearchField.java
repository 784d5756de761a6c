package com.acme.dashboard.common.ui.list;

import com.acme.dashboard.common.SearchWords;
import com.acme.dashboard.common.ui.Glyph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;

/** Searches a list while one types; the key {@code /} leads to it. */
public final class SearchField extends TextField {

    /**
     * With its (translated) placeholder and accessible name.
     *
     * @param typed gets what a person has typed, at pauses
     */
    public SearchField(String placeholder, String label, SerializableConsumer<String> typed) {
        getElement().setAttribute("data-shortcut", "search");
        setPlaceholder(placeholder);
        setAriaLabel(label);
        setPrefixComponent(Glyph.SEARCH.create());
        setClearButtonVisible(true);
        setMaxLength(SearchWords.MAX_QUERY_LENGTH);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(250);
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                typed.accept(event.getValue());
            }
        });
    }

    /** Shows a query without reporting it as typed. */
    public void show(String query) {
        // What is being typed stays as it is: "jane " is the query "jane", and the space is not taken away under the
        // caret.
        if (!getValue().strip().equals(query)) {
            setValue(query);
        }
    }
}
