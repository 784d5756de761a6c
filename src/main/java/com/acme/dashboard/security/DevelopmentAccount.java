package com.acme.dashboard.security;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** An account that everybody knows, of the rows in {@code db-changelog/data}: in production there are none. */
public record DevelopmentAccount(String email, String password) {

    private static final List<DevelopmentAccount> ALL = List.of(
            new DevelopmentAccount("user@acme.test", "123456"), new DevelopmentAccount("admin@acme.test", "admin123"));

    /** Those that there are in that environment. */
    public static List<DevelopmentAccount> of(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("dev | test")) ? ALL : List.of();
    }

    /** Email and password, as a person reads them. */
    public String inWords() {
        return email + " / " + password;
    }
}
