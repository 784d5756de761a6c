package com.acme.dashboard.security;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A person who signs in, as stored in {@code users}; {@code password} is a bcrypt hash without a prefix. */
@Table("users")
record User(@Id @Nullable UUID id, String name, String email, String password, Role role) {

    Account account() {
        return new Account(Objects.requireNonNull(id, "a stored user has an id"), name, email, role);
    }

    /** Leaves the hash out, so that no log ever holds one. */
    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
