package com.acme.dashboard.studio.migrations.ui;

import com.acme.dashboard.studio.ui.Words;
import com.vaadin.flow.component.html.DescriptionList;
import org.jspecify.annotations.Nullable;

/** Names with their values, below each other. */
final class Facts extends DescriptionList {

    Facts() {
        addClassName("studio-facts");
    }

    /** Adds one where there is a value. */
    Facts add(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            add(new Term(name), new Description(value));
        }
        return this;
    }

    /** Adds one whose value is in English, whatever the page's language is; none where it is empty. */
    Facts addInEnglish(String name, String value) {
        if (!value.isEmpty()) {
            add(new Term(name), Words.inEnglish(new Description(value)));
        }
        return this;
    }
}
