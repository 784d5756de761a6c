package com.acme.dashboard.todos;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which todos are listed. */
public enum TodoFilter {
    ALL(null),
    ACTIVE(false),
    COMPLETED(true);

    private final @Nullable Boolean completed;

    TodoFilter(@Nullable Boolean completed) {
        this.completed = completed;
    }

    /** What todos must be, or null where both will do. */
    @Nullable
    Boolean completed() {
        return completed;
    }

    /** The filter of a query parameter; {@link #ALL} where it is missing or unknown. */
    public static TodoFilter ofParameter(@Nullable String value) {
        return Stream.of(ACTIVE, COMPLETED)
                .filter(filter -> filter.toParameter().equals(Optional.ofNullable(value)))
                .findFirst()
                .orElse(ALL);
    }

    /** Its value in the URL; empty for {@link #ALL}. */
    public Optional<String> toParameter() {
        return this == ALL ? Optional.empty() : Optional.of(name().toLowerCase(Locale.ROOT));
    }
}
