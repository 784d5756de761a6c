package com.acme.dashboard.security;

import java.util.UUID;

/** A person who may sign in, without anything secret. */
public record Account(UUID id, String name, String email, Role role) {}
