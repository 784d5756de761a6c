package com.acme.dashboard.common.ui;

/** Plays the browser's part for a form that was left with unsaved fields. */
public final class FormDrafts {

    private FormDrafts() {}

    /** Answers as the browser does that has kept these fields, a JSON object of texts by field name. */
    public static void offer(FormDraft draft, String json) {
        draft.offer(json);
    }
}
