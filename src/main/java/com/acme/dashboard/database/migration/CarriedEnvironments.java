package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseUnavailable;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Which environments a database says it belongs to.
 *
 * @param here what the current schema says
 * @param elsewhere what its other schemas say, by their quoted names
 */
record CarriedEnvironments(Optional<String> here, Map<String, String> elsewhere) {

    /**
     * Reads only.
     *
     * @throws DatabaseUnavailable if there is no current schema
     * @throws MigrationRefused if the role may not read what one of the schemas says
     */
    static CarriedEnvironments read(Connection connection) throws SQLException {
        if (connection.getSchema() == null) {
            throw DatabaseUnavailable.withoutSchema();
        }
        return new CarriedEnvironments(EnvironmentMarker.read(connection), EnvironmentMarker.readElsewhere(connection));
    }

    /** The one that counts where there are several: the current schema's. */
    Optional<String> any() {
        return here.or(() -> elsewhere.values().stream().findFirst());
    }

    /** Throws {@link MigrationRefused} if one of them is another environment. */
    void requireNoneBut(Environment environment) {
        here.filter(said -> !said.equals(environment.id())).ifPresent(said -> {
            throw new MigrationRefused("This is a database of the environment %s, not of %s; nothing was changed."
                    .formatted(said, environment.id()));
        });
        elsewhere.forEach((schema, said) -> {
            if (!said.equals(environment.id())) {
                throw new MigrationRefused(
                        "This is a database of the environment %s, as its schema %s says, not of %s; nothing was changed."
                                .formatted(said, schema, environment.id()));
            }
        });
    }
}
