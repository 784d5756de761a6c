package com.acme.dashboard.customers;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

/** Writes customers, with optimistic locking. */
interface CustomerRepository extends ListCrudRepository<Customer, UUID> {

    /** Deletes the customer, whatever the version, and returns what was deleted, which nobody can have changed meanwhile. */
    @Query("delete from customers where id = :id returning *")
    Optional<Customer> deleteReturning(@Param("id") UUID id);

    /** Inserts under a known id; does nothing where that id is back already. */
    @Modifying
    @Query("""
            insert into customers (id, name, email, image_url, version)
            values (:id, :name, :email, :imageUrl, :version)
            on conflict (id) do nothing
            """)
    void restore(
            @Param("id") UUID id,
            @Param("name") String name,
            @Param("email") String email,
            @Param("imageUrl") String imageUrl,
            @Param("version") long version);
}
