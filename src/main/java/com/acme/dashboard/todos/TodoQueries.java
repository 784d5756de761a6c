package com.acme.dashboard.todos;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the page shows of todos, in their order. */
@Repository
class TodoQueries {

    private final JdbcClient jdbc;

    TodoQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Todo> page(TodoFilter filter, long offset, int limit) {
        return jdbc.sql("""
                        select id, title, completed
                        from todos
                        where cast(:completed as boolean) is null or completed = :completed
                        order by position, id
                        offset :offset limit :limit
                        """)
                .param("completed", filter.completed())
                .param("offset", offset)
                .param("limit", limit)
                .query((rows, _) -> new Todo(
                        rows.getObject("id", UUID.class), rows.getString("title"), rows.getBoolean("completed")))
                .list();
    }

    TodoCounts counts() {
        return jdbc.sql("""
                        select count(*) filter (where not completed) as active,
                               count(*) filter (where completed)     as completed
                        from todos
                        """)
                .query((rows, _) -> new TodoCounts(rows.getLong("active"), rows.getLong("completed")))
                .single();
    }

    /** How many of those that the filter lists come before this one. */
    int index(UUID id, TodoFilter filter) {
        return jdbc.sql("""
                        select count(*)
                        from todos
                        where (position, id) < (select position, id from todos where id = :id)
                          and (cast(:completed as boolean) is null or completed = :completed)
                        """)
                .param("id", id)
                .param("completed", filter.completed())
                .query((rows, _) -> rows.getInt(1))
                .single();
    }

    Optional<UUID> first() {
        return jdbc.sql("select id from todos order by position, id limit 1")
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .optional();
    }

    /** The nearest one before this one that the filter lists. */
    Optional<UUID> before(UUID id, TodoFilter filter) {
        return jdbc.sql("""
                        select id
                        from todos
                        where (position, id) < (select position, id from todos where id = :id)
                          and (cast(:completed as boolean) is null or completed = :completed)
                        order by position desc, id desc
                        limit 1
                        """)
                .param("id", id)
                .param("completed", filter.completed())
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .optional();
    }

    /** The nearest one after this one that the filter lists. */
    Optional<UUID> after(UUID id, TodoFilter filter) {
        return jdbc.sql("""
                        select id
                        from todos
                        where (position, id) > (select position, id from todos where id = :id)
                          and (cast(:completed as boolean) is null or completed = :completed)
                        order by position, id
                        limit 1
                        """)
                .param("id", id)
                .param("completed", filter.completed())
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .optional();
    }
}
