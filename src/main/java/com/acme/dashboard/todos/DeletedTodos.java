package com.acme.dashboard.todos;

/**
 * Todos that have just been deleted: how many, and their rows as one JSON text with every column, which is all that
 * {@link TodoService#restore} needs to bring them back as and where they were.
 */
public record DeletedTodos(int count, String rows) {

    /** So many are kept at most, for they stay in memory as long as their deletion can be undone. */
    public static final int MOST = 10_000;
}
