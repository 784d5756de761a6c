package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogFacts;
import com.acme.dashboard.database.schema.CatalogObject;
import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.SqlNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asks PostgreSQL itself what a statement would do, by doing it and taking it back. */
final class Trial {

    private static final String NEEDS_CAST = "42804";
    private static final String NO_OPERATOR = "42883";

    private final Connection connection;
    private final String schema;

    /** The connection has an open transaction; what is tried is taken back each time, the transaction is not ended. */
    Trial(Connection connection, SqlNames names) throws SQLException {
        this.connection = connection;
        this.schema = names.quote(connection.getSchema());
    }

    /** What comes before the next question: taken back at the end of the plan. */
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether PostgreSQL writes the whole table anew; readers and writers wait until it has. */
    boolean rewrites(String quotedTable, String sql) throws SQLException {
        var before = fileOf(quotedTable);
        var savepoint = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return !before.equals(fileOf(quotedTable));
        } finally {
            connection.rollback(savepoint);
        }
    }

    /** Whether a change of type needs no cast to be written. */
    boolean castsByItself(String sql) throws SQLException {
        return runs(sql, NEEDS_CAST);
    }

    /** Whether two values of the type can be compared; the elements of an array, which has an operator, may have none. */
    boolean hasEquality(String type) throws SQLException {
        return runs("select array[null::%s] = array[null::%s]".formatted(type, type), NO_OPERATOR);
    }

    private boolean runs(String sql, String stateOtherwise) throws SQLException {
        var savepoint = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (stateOtherwise.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            connection.rollback(savepoint);
        }
    }

    /**
     * What makes anew the indexes and triggers that PostgreSQL drops along with a table or column. Constraints come back without
     * it: a table's stand in what creates it anew, and foreign keys and those of a column are dropped before, by statements
     * that {@link ConstraintPlan} plans together with their undoing.
     */
    List<String> lostAlong(String sql) throws SQLException {
        var before = Catalog.read(connection);
        var savepoint = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            var left = Catalog.read(connection).objects().keySet();
            var lost = new ArrayList<String>();
            before.objects().values().stream()
                    .filter(object -> !left.contains(object.name()))
                    .forEach(object -> {
                        var remade = remade(object);
                        if (!remade.isEmpty()) {
                            lost.add(remade);
                        }
                    });
            return lost;
        } finally {
            connection.rollback(savepoint);
        }
    }

    private String remade(CatalogObject object) {
        var definition = Objects.requireNonNullElse(object.fact(CatalogFacts.DEFINITION), "");
        var isIndex = object.name().kind() == Kind.INDEX && object.fact(CatalogFacts.OF_CONSTRAINT) == null;
        if (isIndex || object.name().kind() == Kind.TRIGGER) {
            return definition
                    .replace(" ON " + schema + ".", " on ")
                    .replace("CREATE INDEX ", "create index ")
                    .replace("CREATE UNIQUE INDEX ", "create unique index ")
                    .replace(" USING btree ", " ");
        }
        return "";
    }

    private String fileOf(String quotedTable) throws SQLException {
        try (var query = connection.prepareStatement("select pg_relation_filenode(?::regclass)::text")) {
            query.setString(1, quotedTable);
            try (var row = query.executeQuery()) {
                row.next();
                return Objects.requireNonNullElse(row.getString(1), "");
            }
        }
    }
}
