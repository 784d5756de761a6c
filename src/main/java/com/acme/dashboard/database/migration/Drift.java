package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.roles.RoleDifferences;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogComparison;
import com.acme.dashboard.database.schema.Difference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * In what a live schema is not the one that its change sets have built: its catalogs are compared with those of a scratch
 * database on which exactly the change sets were run that the live journal has, but for those that bring rows only.
 */
final class Drift {

    private Drift() {}

    /**
     * The differences, in an order in which their fixes can be run.
     *
     * @param live is only read
     */
    static List<Difference> of(Connection live, Changelog changelog, ScratchServer scratchServer) throws SQLException {
        Set<ChangeSetName> ran = new HashSet<>();
        Journal.read(live).forEach(entry -> ran.add(entry.name()));
        try (var scratch = scratchServer.create();
                var connection = scratch.connect()) {
            changelog.build(
                    connection, name -> ran.contains(name) && !Changelog.isData(name), new MigrationListener() {});
            return of(live, Catalog.read(connection));
        }
    }

    /** The same where it is known already what the change sets build that the live database has. */
    static List<Difference> of(Connection live, Catalog expected) throws SQLException {
        var differences = new ArrayList<>(CatalogComparison.of(expected, Catalog.read(live)));
        differences.addAll(RoleDifferences.of(live));
        return differences;
    }
}
