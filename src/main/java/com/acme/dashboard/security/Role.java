package com.acme.dashboard.security;

import java.util.List;

/** What a person may do: everything but Studio, or everything. */
public enum Role {
    USER,
    ADMIN;

    /** What Spring Security asks for; Studio is a permission of its own. */
    List<String> authorities() {
        return switch (this) {
            case USER -> List.of("ROLE_USER");
            case ADMIN -> List.of("ROLE_ADMIN", "ROLE_STUDIO");
        };
    }
}
