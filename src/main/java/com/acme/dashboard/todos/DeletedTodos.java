package com.acme.dashboard.todos;

/**
 * Todos that have just been deleted: how many, and their rows as one JSON text with every column, which is all that
 * {@link TodoService#restore} needs to bring them back as and where they were.
 */
public record DeletedTodos(int count, String rows) {}
