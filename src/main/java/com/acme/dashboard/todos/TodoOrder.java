package com.acme.dashboard.todos;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the order of the todos. A position is a whole number with wide gaps; where two are equal, the id decides. */
@Repository
class TodoOrder {

    /** The step between new rows, as the column's sequence has it: room for some thirty moves into the same gap. */
    private static final long STEP = 1L << 32;

    private final JdbcClient jdbc;

    TodoOrder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time, to the end of the transaction, changes the order or many rows: two of them could deadlock. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('todos'), hashtext('rows'))")
                .query(row -> {});
    }

    /** Puts one right before another, which both exist, by changing its row alone wherever there is room. */
    void moveBefore(UUID id, UUID other) {
        if (!movedBefore(id, other)) {
            spread();
            movedBefore(id, other);
        }
    }

    /** Puts one where the next new one would come. */
    void moveToEnd(UUID id) {
        jdbc.sql("update todos set position = default where id = :id")
                .param("id", id)
                .update();
    }

    private boolean movedBefore(UUID id, UUID other) {
        return jdbc.sql("""
                        update todos
                        set position = place.below + (place.above - place.below) / 2
                        from (select coalesce((select position
                                               from todos
                                               where (position, id) < (next.position, next.id) and id <> :id
                                               order by position desc, id desc
                                               limit 1),
                                              next.position - 2 * :step) as below,
                                     next.position as above
                              from todos as next
                              where next.id = :other) as place
                        where todos.id = :id and place.above - place.below > 1
                        """)
                        .param("id", id)
                        .param("other", other)
                        .param("step", STEP)
                        .update()
                > 0;
    }

    /** Makes room everywhere again. Downwards from the last one, so that new rows still come after it. */
    private void spread() {
        jdbc.sql("""
                        update todos
                        set position = spread.position
                        from (select id, max(position) over ()
                                         - :step * (count(*) over () - row_number() over (order by position, id)) as position
                              from todos) as spread
                        where todos.id = spread.id
                        """).param("step", STEP).update();
    }
}
