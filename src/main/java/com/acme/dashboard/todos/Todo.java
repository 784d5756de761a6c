package com.acme.dashboard.todos;

import com.acme.dashboard.common.SingleLine;
import com.acme.dashboard.common.schema.ColumnDefault;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** Something to do. The id is null until it is stored; the title has at most {@link #MAX_TITLE} characters. */
@Table("todos")
public record Todo(
        @Id @Nullable UUID id,
        @Size(max = Todo.MAX_TITLE) String title,
        @ColumnDefault("false") boolean completed) {

    /** The longest title in characters, as the column counts them: an emoji is one. */
    public static final int MAX_TITLE = 255;

    public Todo {
        if (length(title) > MAX_TITLE) {
            throw new IllegalArgumentException("Too long a title: " + length(title) + " characters");
        }
    }

    /**
     * A new todo, still to be done.
     *
     * @throws IllegalArgumentException where the title is empty or too long once it is trimmed
     */
    public static Todo titled(String typed) {
        return new Todo(null, required(typed), false);
    }

    /**
     * The same todo under another title.
     *
     * @throws IllegalArgumentException where the title is empty or too long once it is trimmed
     */
    public Todo rename(String typed) {
        return new Todo(id, required(typed), completed);
    }

    /** The same todo, done or to be done again. */
    public Todo complete(boolean done) {
        return new Todo(id, title, done);
    }

    /** What was typed as a title has it: one line without space around it. */
    public static String trim(String typed) {
        return SingleLine.of(typed);
    }

    /** How many characters a title has, as the column counts them. */
    public static int length(String title) {
        return title.codePointCount(0, title.length());
    }

    // Only of what is typed here: another program may have stored an empty title, which must not break the list.
    private static String required(String typed) {
        var title = trim(typed);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("A todo needs a title");
        }
        return title;
    }
}
