package com.acme.dashboard.todos;

/** Deleting so many todos at once could not be undone; nothing has been changed. */
public final class TooManyToRestore extends RuntimeException {

    private final long count;

    TooManyToRestore(long count) {
        super("%d todos are more than the %d that can be restored".formatted(count, DeletedTodos.MOST));
        this.count = count;
    }

    /** How many would be deleted. */
    public long count() {
        return count;
    }
}
