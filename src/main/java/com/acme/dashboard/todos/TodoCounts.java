package com.acme.dashboard.todos;

/** How many todos are still to be done and how many are done. */
public record TodoCounts(long active, long completed) {

    /** All of them. */
    public long total() {
        return active + completed;
    }

    /** Those that a filter lists. */
    public long of(TodoFilter filter) {
        return switch (filter) {
            case ALL -> total();
            case ACTIVE -> active;
            case COMPLETED -> completed;
        };
    }
}
