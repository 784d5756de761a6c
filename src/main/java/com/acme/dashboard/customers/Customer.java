package com.acme.dashboard.customers;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Someone who gets invoices. No image is an empty URL. A name and an email are asked for by {@link CustomerDraft} only:
 * another program may have stored a customer without, who must be mended or deleted here all the same.
 */
@Table("customers")
public record Customer(
        @Id @Nullable UUID id,
        @Size(max = Customer.MAX_LENGTH) String name,
        @Size(max = Customer.MAX_LENGTH) String email,
        @Size(max = Customer.MAX_LENGTH) String imageUrl,
        @Version @Nullable Long version) {

    /** The longest name, email and image URL in characters: what their columns hold. */
    public static final int MAX_LENGTH = 255;
}
