package com.acme.dashboard.security;

/** What a person may do: everything but Studio, or everything. */
public enum Role {
    USER,
    ADMIN
}
