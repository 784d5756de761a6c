package com.acme.dashboard.todos;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

/** Writes todos. */
interface TodoRepository extends ListCrudRepository<Todo, UUID> {

    /** Reads a todo that is about to be changed, so that a title and a tick given at the same time are both kept. */
    @Query("select id, title, completed from todos where id = :id for update")
    Optional<Todo> lock(@Param("id") UUID id);

    /** Makes all of them done, or all of them to be done; returns how many were not yet. */
    @Modifying
    @Query("update todos set completed = :completed where completed <> :completed")
    int completeAll(@Param("completed") boolean completed);

    /** Deletes all that are done; returns how many they were. */
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
    int restore(@Param("rows") String rows);
}
