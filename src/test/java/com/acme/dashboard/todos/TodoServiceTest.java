package com.acme.dashboard.todos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser
class TodoServiceTest {

    private static final UUID CALL = UUID.fromString("d0000000-0000-4000-8000-000000000001");
    private static final UUID SEND = UUID.fromString("d0000000-0000-4000-8000-000000000002");
    private static final UUID CLOSE = UUID.fromString("d0000000-0000-4000-8000-000000000003");

    @Autowired
    private TodoService todos;

    @Autowired
    private JdbcClient database;

    @Test
    void a_todo_is_trimmed_and_comes_last() {
        todos.add("  buy\tmilk ");

        assertThat(titles())
                .containsExactly("Call Harbor & Pine", "Send the statements", "Close the books of June", "buy milk");
        assertThat(todos.counts()).isEqualTo(new TodoCounts(3, 1));
    }

    @Test
    void a_title_has_one_to_255_characters_and_is_never_cut() {
        var longest = "😀".repeat(Todo.MAX_TITLE);
        var id = todos.add(longest);

        assertThat(titles()).endsWith(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> todos.add(" \n "));
        assertThatIllegalArgumentException().isThrownBy(() -> todos.add(longest + "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> todos.rename(id, longest + "x"));
        assertThat(todos.counts().total()).isEqualTo(4);
    }

    @Test
    void a_row_of_another_program_comes_last_even_without_a_title() {
        database.sql("insert into todos (title, completed) values ('', true)").update();

        assertThat(titles()).endsWith("");
        todos.complete(ids().getLast(), false);
        assertThat(todos.counts()).isEqualTo(new TodoCounts(3, 1));
    }

    @Test
    void deleted_todos_come_back_with_their_ids_in_their_places() {
        todos.complete(SEND, true);
        var before = todos.page(TodoFilter.ALL, 0, 10);
        var one = todos.delete(CALL);
        var others = todos.clearCompleted();

        assertThat(titles()).isEmpty();
        assertThat(others.count()).isEqualTo(2);
        todos.add("meanwhile");
        todos.restore(others);
        todos.restore(one);
        todos.restore(one);

        assertThat(todos.page(TodoFilter.ALL, 0, 3)).isEqualTo(before);
        assertThat(titles()).hasSize(4).endsWith("meanwhile");
    }

    @Test
    void ten_thousand_todos_are_ticked_cleared_and_restored_at_once() {
        database.sql("insert into todos (title) select 'Todo ' || n from generate_series(1, 9997) as n")
                .update();
        var before = ids();

        todos.completeAll(true);
        assertThat(todos.counts()).isEqualTo(new TodoCounts(0, 10_000));
        var deleted = todos.clearCompleted();
        assertThat(todos.counts().total()).isZero();
        todos.restore(deleted);

        assertThat(ids()).isEqualTo(before);
        assertThat(todos.page(TodoFilter.COMPLETED, 9_999, 50))
                .extracting(Todo::title)
                .containsExactly("Todo 9997");
    }

    @Test
    void more_than_ten_thousand_are_cleared_for_good_or_not_at_all() {
        database.sql("insert into todos (title, completed) select 'Todo', true from generate_series(1, 10000) as n")
                .update();

        assertThatThrownBy(() -> todos.clearCompleted()).isInstanceOf(TooManyToRestore.class);
        assertThat(todos.counts()).isEqualTo(new TodoCounts(2, 10_001));
        assertThat(todos.clearCompletedForGood()).isEqualTo(10_001);
        assertThat(todos.counts()).isEqualTo(new TodoCounts(2, 0));
    }

    @Test
    void a_todo_moves_among_those_that_are_listed() {
        todos.complete(SEND, true);
        todos.complete(CLOSE, false);

        todos.move(CLOSE, TodoStep.UP, TodoFilter.ACTIVE);
        assertThat(ids()).containsExactly(CLOSE, CALL, SEND);
        todos.move(CLOSE, TodoStep.UP, TodoFilter.ALL);
        assertThat(ids()).containsExactly(CLOSE, CALL, SEND);
        todos.move(CLOSE, TodoStep.DOWN, TodoFilter.ALL);
        assertThat(ids()).containsExactly(CALL, CLOSE, SEND);
        todos.move(CALL, TodoStep.BOTTOM, TodoFilter.ALL);
        assertThat(ids()).containsExactly(CLOSE, SEND, CALL);
        todos.move(SEND, TodoStep.TOP, TodoFilter.ALL);
        assertThat(ids()).containsExactly(SEND, CLOSE, CALL);
        todos.moveAfter(SEND, CALL);
        todos.moveBefore(CALL, CLOSE);
        assertThat(ids()).containsExactly(CALL, CLOSE, SEND);
        assertThat(todos.index(SEND, TodoFilter.ALL)).isEqualTo(2);
    }

    @Test
    void there_is_always_room_between_two_todos() {
        for (int time = 0; time < 100; time++) {
            todos.moveBefore(CLOSE, SEND);
            assertThat(ids()).containsExactly(CALL, CLOSE, SEND);
            todos.moveBefore(SEND, CLOSE);
            assertThat(ids()).containsExactly(CALL, SEND, CLOSE);
        }
        var last = todos.add("last");

        assertThat(ids()).endsWith(last);
    }

    @Test
    void people_who_move_at_the_same_time_lose_nothing_and_all_see_one_order() throws Exception {
        for (int number = 0; number < 20; number++) {
            todos.add("Todo " + number);
        }
        var before = ids();

        var people = new ArrayList<Callable<Void>>();
        IntStream.range(0, 8)
                .forEach(person -> people.add(new DelegatingSecurityContextCallable<>(() -> {
                    var random = new Random(person);
                    for (int move = 0; move < 25; move++) {
                        var id = before.get(random.nextInt(before.size()));
                        switch (random.nextInt(4)) {
                            case 0 -> todos.moveBefore(id, before.getFirst());
                            case 1 -> todos.move(id, TodoStep.DOWN, TodoFilter.ALL);
                            case 2 -> todos.completeAll(random.nextBoolean());
                            default -> todos.rename(id, "Todo of " + person);
                        }
                    }
                    return null;
                })));
        try (var threads = Executors.newFixedThreadPool(people.size())) {
            for (Future<Void> done : threads.invokeAll(people)) {
                done.get();
            }
        }

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(database.sql("select count(distinct position) from todos")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before.size());
        assertThat(before)
                .allSatisfy(id -> assertThat(todos.index(id, TodoFilter.ALL)).isEqualTo(ids().indexOf(id)));
    }

    @Test
    void what_someone_deleted_meanwhile_is_not_brought_back_by_a_change() {
        todos.delete(CALL);

        assertThatThrownBy(() -> todos.rename(CALL, "Call them")).isInstanceOf(TodoGone.class);
        assertThatThrownBy(() -> todos.complete(CALL, true)).isInstanceOf(TodoGone.class);
        assertThatThrownBy(() -> todos.move(CALL, TodoStep.DOWN, TodoFilter.ALL))
                .isInstanceOf(TodoGone.class);
        assertThatThrownBy(() -> todos.moveAfter(SEND, CALL)).isInstanceOf(TodoGone.class);
        assertThatThrownBy(() -> todos.delete(CALL)).isInstanceOf(TodoGone.class);
        assertThat(ids()).containsExactly(SEND, CLOSE);
    }

    private List<UUID> ids() {
        return todos.page(TodoFilter.ALL, 0, 20_000).stream().map(Todo::id).toList();
    }

    private List<String> titles() {
        return todos.page(TodoFilter.ALL, 0, 20_000).stream().map(Todo::title).toList();
    }
}
