package com.acme.dashboard.todos;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

/** Writes todos; their places in the order are written by {@link TodoOrder}. */
interface TodoRepository extends ListCrudRepository<Todo, UUID> {

    /** Reads a todo that is about to be changed, so that a title and a tick given at the same time are both kept. */
    @Query("select id, title, completed from todos where id = :id for update")
    Optional<Todo> lockRow(@Param("id") UUID id);

    /** Makes all of them done, or all of them to be done. */
    @Modifying
    @Query("update todos set completed = :completed where completed <> :completed")
    void completeAll(@Param("completed") boolean completed);

    /** Deletes one, and returns what {@link #restore} needs; the count is 0 where it is gone already. */
    @Query("""
            with gone as (delete from todos where id = :id returning *)
            select count(*) as count, coalesce(json_agg(gone), '[]')::text as rows
            from gone
            """)
    DeletedTodos deleteReturning(@Param("id") UUID id);

    /** Deletes all that are done, and returns what {@link #restore} needs, which stays in memory. */
    @Query("""
            with gone as (delete from todos where completed returning *)
            select count(*) as count, coalesce(json_agg(gone), '[]')::text as rows
            from gone
            """)
    DeletedTodos deleteCompletedReturning();

    /** Deletes all that are done, however many; returns how many they were. */
    @Modifying
    @Query("delete from todos where completed")
    int deleteCompleted();

    /** Inserts deleted rows as they were; those whose ids are back already are passed over. */
    @Modifying
    @Query("""
            insert into todos
            select * from json_populate_recordset(null::todos, cast(:rows as json))
            on conflict (id) do nothing
            """)
    void restore(@Param("rows") String rows);
}
