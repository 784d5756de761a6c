package com.acme.dashboard.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A person who signs in, as stored in {@code users}. */
@Table("users")
record User(@Id @Nullable UUID id, String name, String email, String password, Role role) {}
