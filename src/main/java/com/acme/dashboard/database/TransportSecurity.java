package com.acme.dashboard.database;

import com.acme.dashboard.database.DatabaseUrl.SslMode;
import java.util.Optional;

/** Which connections must be encrypted. */
final class TransportSecurity {

    private TransportSecurity() {}

    /**
     * The URL with {@code sslmode=require} added where its environment needs TLS and it says nothing about it.
     *
     * @param variable the variable that holds the URL, for the message
     * @throws InvalidDatabaseUrl if the URL asks for less than its environment needs
     */
    static DatabaseUrl apply(Environment environment, String variable, DatabaseUrl url) {
        boolean required = switch (environment) {
            case DEV -> !url.isLoopback();
            case TEST -> false;
            case PROD -> !(url.isLoopback() && url.sslMode().equals(Optional.of(SslMode.DISABLE)));
        };
        if (!required) {
            return url;
        }
        if (url.sslMode().isEmpty()) {
            return url.with(SslMode.PARAMETER, SslMode.REQUIRE.value());
        }
        if (url.sslMode().filter(SslMode::isSecure).isEmpty()) {
            throw new InvalidDatabaseUrl(
                    "%s cannot be used: %s needs TLS to %s, so its sslmode must be require, verify-ca or verify-full%s."
                            .formatted(
                                    variable,
                                    environment.id(),
                                    url.address(),
                                    url.isLoopback() ? " (or disable, on this machine)" : ""));
        }
        return url;
    }
}
