package com.acme.dashboard.security;

import com.acme.dashboard.common.schema.ColumnDefault;
import com.acme.dashboard.common.schema.ColumnType;
import com.acme.dashboard.common.schema.Unique;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A person who signs in, as stored in {@code users}; {@code password} is a bcrypt hash without a prefix. */
@Table("users")
record User(
        @Id @Nullable UUID id,
        @Size(max = 255) String name,
        @Unique String email,
        String password,
        @ColumnType("varchar(16)") @ColumnDefault("'USER'") Role role) {

    Account account() {
        return new Account(Objects.requireNonNull(id, "a stored user has an id"), name, email, role);
    }

    PasswordFingerprint fingerprint() {
        return PasswordFingerprint.of(password);
    }

    /** Leaves the hash out, so that no log ever holds one. */
    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
