package com.acme.dashboard.studio;

/** Somebody wanted to change something where, or when, that is not allowed; nothing was changed. */
public final class EditingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient EditingState state;

    EditingRefused(EditingState state) {
        super("Studio is read-only here and now: " + state);
        this.state = state;
    }

    /** Why: never one that allows it. */
    public EditingState state() {
        return state;
    }
}
