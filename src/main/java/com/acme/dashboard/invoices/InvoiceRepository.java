package com.acme.dashboard.invoices;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

/** Writes invoices, with optimistic locking. */
interface InvoiceRepository extends ListCrudRepository<Invoice, UUID> {

    /** Inserts under a known id; does nothing and returns 0 where that id is back already. */
    @Modifying
    @Query("""
            insert into invoices (id, customer_id, amount, status, date, version)
            values (:id, :customerId, :cents, :status, :date, :version)
            on conflict (id) do nothing
            """)
    int restore(
            @Param("id") UUID id,
            @Param("customerId") UUID customerId,
            @Param("cents") long cents,
            @Param("status") String status,
            @Param("date") LocalDate date,
            @Param("version") long version);

    /** Locks in the order of the ids, so that two of these at the same time wait for each other and never deadlock. */
    @Query("""
            select * from invoices
            where id in (:ids) and status = 'pending'
            order by id for update
            """)
    List<Invoice> lockPending(@Param("ids") List<UUID> ids);

    /** Makes a paid invoice pending again if it still has that version; returns how many rows that are. */
    @Modifying
    @Query("""
            update invoices set status = 'pending', version = version + 1
            where id = :id and version = :version and status = 'paid'
            """)
    int undoMarkPaid(@Param("id") UUID id, @Param("version") long version);
}
