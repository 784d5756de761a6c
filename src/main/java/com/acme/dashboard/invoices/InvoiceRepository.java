package com.acme.dashboard.invoices;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

/** Writes invoices, with optimistic locking. */
interface InvoiceRepository extends ListCrudRepository<Invoice, UUID> {

    /**
     * Inserts rows under known ids, in one statement; the arrays have an element for each row. Passes over an id that is
     * there already.
     */
    @Modifying
    @Query("""
            insert into invoices (id, customer_id, amount, status, date, version)
            select *
            from unnest(cast(:ids as uuid[]), cast(:customerIds as uuid[]), cast(:cents as integer[]),
                        cast(:statuses as text[]), cast(:dates as date[]), cast(:versions as bigint[]))
            on conflict (id) do nothing
            """)
    int restore(
            @Param("ids") String[] ids,
            @Param("customerIds") String[] customerIds,
            @Param("cents") String[] cents,
            @Param("statuses") String[] statuses,
            @Param("dates") String[] dates,
            @Param("versions") String[] versions);

    /**
     * Deletes those with the ids, whatever their versions, and returns what was deleted, which nobody can have changed
     * meanwhile. Locks like {@link #markPaid}.
     */
    @Query("""
            with found as (
                select id from invoices
                where id = any (cast(:ids as uuid[]))
                order by id for update)
            delete from invoices i
            using found
            where i.id = found.id
            returning i.*
            """)
    List<Invoice> deleteReturning(@Param("ids") String[] ids);

    /**
     * Marks those paid that are pending, and returns them as they are then. Locks in the order of the ids, so that two of
     * these at the same time wait for each other and never deadlock.
     */
    @Query("""
            with pending as (
                select id from invoices
                where id = any (cast(:ids as uuid[])) and status = 'pending'
                order by id for update)
            update invoices i set status = 'paid', version = i.version + 1
            from pending
            where i.id = pending.id
            returning i.*
            """)
    List<Invoice> markPaid(@Param("ids") String[] ids);

    /** Makes those pending again that are paid and still have that version; returns how many. */
    @Modifying
    @Query("""
            with paid as (
                select i.id
                from invoices i
                join unnest(cast(:ids as uuid[]), cast(:versions as bigint[])) marked (id, version)
                    on marked.id = i.id and marked.version = i.version
                where i.status = 'paid'
                order by i.id for update of i)
            update invoices i set status = 'pending', version = i.version + 1
            from paid
            where i.id = paid.id
            """)
    int undoMarkPaid(@Param("ids") String[] ids, @Param("versions") String[] versions);
}
