package com.acme.dashboard.customers;

import com.acme.dashboard.common.SingleLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * What the form edits: a customer that may still miss something. Id and version are null for a new customer, the image
 * URL is empty where there is none; the message of a violated constraint is the key of its text.
 */
public record CustomerDraft(
        @Nullable UUID id,

        @NotEmpty(message = "customers.form.name-required")
        @CodePointLength(max = Customer.MAX_LENGTH, message = "customers.form.too-long")
        String name,

        @NotEmpty(message = "customers.form.email-required")
        @Email(regexp = ADDRESS_WITH_DOMAIN, message = "customers.form.email-malformed")
        @CodePointLength(max = Customer.MAX_LENGTH, message = "customers.form.too-long")
        String email,

        @Pattern(regexp = SAFE_IMAGE, message = "customers.form.image-refused")
        @CodePointLength(max = Customer.MAX_LENGTH, message = "customers.form.too-long")
        String imageUrl,

        @Nullable Long version) {

    /** Nobody writes to a host without a dot, which the standard would allow; that there must be one is said elsewhere. */
    private static final String ADDRESS_WITH_DOMAIN = "|[^@]+@[^@]+\\.[^@.]+";

    /**
     * Nothing, an https address, or a path on this site. Browsers read {@code //} and {@code /\} as another host, and
     * leave out control characters before they look.
     */
    private static final String SAFE_IMAGE =
            "|(?i:https://)[^/\\\\\\s\\p{Cntrl}][^\\\\\\s\\p{Cntrl}]*" + "|/(?!/)[^\\\\\\s\\p{Cntrl}]*";

    /** What a person can change in the form. */
    public enum Field {
        NAME,
        EMAIL,
        IMAGE
    }

    public CustomerDraft {
        name = SingleLine.of(name);
        email = SingleLine.of(email);
        imageUrl = SingleLine.of(imageUrl);
    }

    /** A new customer with nothing filled in. */
    public static CustomerDraft blank() {
        return new CustomerDraft(null, "", "", "", null);
    }

    static CustomerDraft of(Customer customer) {
        return new CustomerDraft(
                customer.id(), customer.name(), customer.email(), customer.imageUrl(), customer.version());
    }

    /** The fields in which this draft and the other one differ. */
    public Set<Field> differences(CustomerDraft other) {
        var fields = EnumSet.noneOf(Field.class);
        if (!name.equals(other.name)) {
            fields.add(Field.NAME);
        }
        if (!email.equals(other.email)) {
            fields.add(Field.EMAIL);
        }
        if (!imageUrl.equals(other.imageUrl)) {
            fields.add(Field.IMAGE);
        }
        return fields;
    }

    /** The same content on top of another version: saving it overwrites what that version holds. */
    public CustomerDraft withVersion(@Nullable Long newVersion) {
        return new CustomerDraft(id, name, email, imageUrl, newVersion);
    }

    /** The same content as a new customer, for instance because the old one has been deleted meanwhile. */
    public CustomerDraft asNew() {
        return new CustomerDraft(null, name, email, imageUrl, null);
    }

    /** The customer; everything that is required must be there. */
    Customer toCustomer() {
        return new Customer(id, name, email, imageUrl, version);
    }
}
