package com.acme.dashboard.todos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TodoTest {

    private static final UUID ID = new UUID(0, 1);

    @Test
    void a_new_todo_is_still_to_be_done_and_on_one_line() {
        assertThat(Todo.titled("  buy\r\nmilk\t")).isEqualTo(new Todo(null, "buy milk", false));
        assertThat(new Todo(ID, "a", true).rename(" b ")).isEqualTo(new Todo(ID, "b", true));
        assertThat(new Todo(ID, "a", false).complete(true)).isEqualTo(new Todo(ID, "a", true));
        assertThat(new Todo(ID, "a", true).complete(false)).isEqualTo(new Todo(ID, "a", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n", "\u200B"})
    void a_title_is_needed(String typed) {
        assertThatThrownBy(() -> Todo.titled(typed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Todo(ID, "a", false).rename(typed)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Todo(ID, "", false).title())
                .as("stored by another program")
                .isEmpty();
    }

    @Test
    void a_title_is_as_long_as_its_column_in_characters() {
        var longest = "😀".repeat(Todo.MAX_TITLE);

        assertThat(Todo.length(longest)).isEqualTo(255);
        assertThat(Todo.titled(longest).title()).isEqualTo(longest);
        assertThatThrownBy(() -> Todo.titled(longest + "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 characters");
    }

    @ParameterizedTest
    @CsvSource({"active, ACTIVE", "completed, COMPLETED", "all, ALL", "Active, ALL", "done, ALL", ", ALL"})
    void a_filter_is_read_from_the_url_or_all_are_shown(@Nullable String parameter, TodoFilter filter) {
        assertThat(TodoFilter.ofParameter(parameter)).isEqualTo(filter);
    }

    @Test
    void only_a_filter_that_leaves_something_out_is_written_to_the_url() {
        assertThat(TodoFilter.ALL.toParameter()).isEmpty();
        assertThat(TodoFilter.ACTIVE.toParameter()).contains("active");
        assertThat(TodoFilter.COMPLETED.toParameter()).contains("completed");
        assertThat(TodoFilter.ALL.completed()).isNull();
        assertThat(TodoFilter.ACTIVE.completed()).isFalse();
        assertThat(TodoFilter.COMPLETED.completed()).isTrue();
    }
}
