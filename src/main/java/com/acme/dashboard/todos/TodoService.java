package com.acme.dashboard.todos;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to todos, which everyone who is signed in shares. Changes publish {@link TodosChanged}. */
@Service
@PreAuthorize("isAuthenticated()")
public class TodoService {

    private final TodoRepository todos;
    private final TodoQueries queries;
    private final TodoOrder order;
    private final ApplicationEventPublisher events;

    TodoService(TodoRepository todos, TodoQueries queries, TodoOrder order, ApplicationEventPublisher events) {
        this.todos = todos;
        this.queries = queries;
        this.order = order;
        this.events = events;
    }

    /** At most {@code limit} of the listed todos, in their order, without the first {@code offset}. */
    public List<Todo> page(TodoFilter filter, long offset, int limit) {
        return queries.page(filter, offset, limit);
    }

    /** How many there are. */
    public TodoCounts counts() {
        return queries.counts();
    }

    /** How many of the listed todos come before this one. */
    public int index(UUID id, TodoFilter filter) {
        return queries.index(id, filter);
    }

    /**
     * Adds a todo after all others.
     *
     * @return its id
     * @throws IllegalArgumentException where the title is empty or too long once it is trimmed
     */
    @Transactional
    public UUID add(String title) {
        var added = todos.save(Todo.titled(title));
        changed();
        return Objects.requireNonNull(added.id());
    }

    /**
     * Gives a todo another title.
     *
     * @throws IllegalArgumentException where the title is empty or too long once it is trimmed
     * @throws TodoGone where it has been deleted meanwhile
     */
    @Transactional
    public void rename(UUID id, String title) {
        todos.save(existing(id).rename(title));
        changed();
    }

    /**
     * Makes a todo done, or to be done again.
     *
     * @throws TodoGone where it has been deleted meanwhile
     */
    @Transactional
    public void complete(UUID id, boolean done) {
        todos.save(existing(id).complete(done));
        changed();
    }

    /** Makes all todos done, or all of them to be done again. */
    @Transactional
    public void completeAll(boolean done) {
        order.lock();
        todos.completeAll(done);
        changed();
    }

    /**
     * Deletes a todo.
     *
     * @return what {@link #restore} needs
     * @throws TodoGone where it has been deleted already
     */
    @Transactional
    public DeletedTodos delete(UUID id) {
        var deleted = todos.deleteReturning(id);
        if (deleted.count() == 0) {
            throw new TodoGone();
        }
        changed();
        return deleted;
    }

    /**
     * Deletes all that are done.
     *
     * @return what {@link #restore} needs
     * @throws TooManyToRestore where they are more than {@link DeletedTodos#MOST}
     */
    @Transactional
    public DeletedTodos clearCompleted() {
        order.lock();
        var completed = queries.counts().completed();
        if (completed > DeletedTodos.MOST) {
            throw new TooManyToRestore(completed);
        }
        var deleted = todos.deleteCompletedReturning();
        changed();
        return deleted;
    }

    /**
     * Deletes all that are done, however many, with no way back.
     *
     * @return how many there were
     */
    @Transactional
    public int clearCompletedForGood() {
        order.lock();
        var deleted = todos.deleteCompleted();
        changed();
        return deleted;
    }

    /** Brings deleted todos back with their ids, as and where they were; passes over those that are back already. */
    @Transactional
    public void restore(DeletedTodos deleted) {
        todos.restore(deleted.rows());
        changed();
    }

    /**
     * Moves a todo among those that are listed; does nothing where it cannot go any further.
     *
     * @throws TodoGone where it has been deleted meanwhile
     */
    @Transactional
    public void move(UUID id, TodoStep step, TodoFilter listed) {
        order.lock();
        existing(id);
        switch (step) {
            case UP -> queries.before(id, listed).ifPresent(other -> order.moveBefore(id, other));
            case DOWN -> queries.after(id, listed).ifPresent(other -> placeAfter(id, other));
            case TOP ->
                queries.first().filter(first -> !first.equals(id)).ifPresent(first -> order.moveBefore(id, first));
            case BOTTOM -> order.moveToEnd(id);
        }
        changed();
    }

    /**
     * Puts a todo right before another.
     *
     * @throws TodoGone where one of the two has been deleted meanwhile
     */
    @Transactional
    public void moveBefore(UUID id, UUID other) {
        order.lock();
        existing(id);
        existing(other);
        if (!id.equals(other)) {
            order.moveBefore(id, other);
        }
        changed();
    }

    /**
     * Puts a todo right after another.
     *
     * @throws TodoGone where one of the two has been deleted meanwhile
     */
    @Transactional
    public void moveAfter(UUID id, UUID other) {
        order.lock();
        existing(id);
        existing(other);
        if (!id.equals(other)) {
            placeAfter(id, other);
        }
        changed();
    }

    private void placeAfter(UUID id, UUID other) {
        var next = queries.after(other, TodoFilter.ALL);
        if (next.isEmpty()) {
            order.moveToEnd(id);
        } else if (!next.get().equals(id)) {
            order.moveBefore(id, next.get());
        }
    }

    private Todo existing(UUID id) {
        return todos.lockRow(id).orElseThrow(TodoGone::new);
    }

    private void changed() {
        events.publishEvent(new TodosChanged());
    }
}
