package com.acme.dashboard.todos;

/** The todo, or the one beside which it was to go, has been deleted meanwhile; nothing has been changed. */
public final class TodoGone extends RuntimeException {

    TodoGone() {
        super("The todo has been deleted meanwhile");
    }
}
