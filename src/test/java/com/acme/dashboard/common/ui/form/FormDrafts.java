package com.acme.dashboard.common.ui.form;

import com.vaadin.flow.component.Component;

/** Plays the browser's part for a form that was left with unsaved fields. */
public final class FormDrafts {

    private FormDrafts() {}

    /** Answers as the browser does that has kept these fields, a JSON object of texts by field name. */
    public static void offer(Component form, String json) {
        form.getChildren()
                .filter(FormDraft.class::isInstance)
                .map(FormDraft.class::cast)
                .forEach(draft -> draft.offer(json));
    }
}
