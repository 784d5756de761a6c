package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.sql.Removal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data that a statement would take away.
 *
 * @param table as SQL names it, quoted where needed
 * @param column null where the whole table would go, or all its rows
 * @param rows how many rows there are, or how many have a value in the column that would not be the same afterwards
 */
public record DataLoss(String table, @Nullable String column, long rows) {

    /** The states of errors in data, of rules that a value breaks, and of types that have no such cast or operator. */
    private static final String INCOMPARABLE = "(22|23|42)...";

    /** Whether this is more than what was agreed to lose. */
    boolean exceeds(List<DataLoss> agreed) {
        return agreed.stream()
                .noneMatch(
                        loss -> loss.table.equals(table) && Objects.equals(loss.column, column) && loss.rows >= rows);
    }

    /** Such as {@code table todos: 8 rows}. */
    @Override
    public String toString() {
        return "%s: %,d %s"
                .formatted(
                        column == null ? "table " + table : "column " + table + "." + column,
                        rows,
                        rows == 1 ? "row" : "rows");
    }

    /** What these statements would take away of what is there now, counted. */
    static List<DataLoss> of(Connection connection, String sql) throws SQLException {
        return of(connection, sql, false);
    }

    /**
     * The same, where the statements follow in this transaction: what others have written is counted, and they write no more
     * until it ends.
     */
    static List<DataLoss> lockedOf(Connection connection, String sql) throws SQLException {
        return of(connection, sql, true);
    }

    private static List<DataLoss> of(Connection connection, String sql, boolean locked) throws SQLException {
        var losses = new ArrayList<DataLoss>();
        for (var removal : Removal.of(sql)) {
            count(connection, removal, locked).filter(loss -> loss.rows > 0).ifPresent(losses::add);
        }
        return losses;
    }

    /** Empty where there is no such table or column. */
    private static Optional<DataLoss> count(Connection connection, Removal removal, boolean locked)
            throws SQLException {
        try (var lookup = connection.prepareStatement("""
                select c.oid::regclass::text, quote_ident(a.attname),
                       format_type(a.atttypid, a.atttypmod)
                from pg_class c
                left join pg_attribute a on a.attrelid = c.oid and a.attname = ? and not a.attisdropped
                where c.oid = to_regclass(?) and c.relkind in ('r', 'p')""")) {
            lookup.setString(1, removal.column());
            lookup.setString(2, quoted(connection, removal.table()));
            try (var found = lookup.executeQuery()) {
                if (!found.next() || (removal.column() != null && found.getString(2) == null)) {
                    return Optional.empty();
                }
                var table = found.getString(1);
                var column = found.getString(2);
                if (locked) {
                    lock(connection, table);
                }
                return Optional.of(new DataLoss(
                        table,
                        column,
                        removal.newValue() == null || column == null
                                ? rows(connection, table, column)
                                : altered(connection, table, column, removal.newValue(), found.getString(3))));
            }
        }
    }

    /** As the statement that removes it will. */
    private static void lock(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table %s in access exclusive mode".formatted(table));
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            var quoted = new ArrayList<String>();
            for (var part : name.split("\\.", -1)) {
                quoted.add(statement.enquoteIdentifier(part, true));
            }
            return String.join(".", quoted);
        }
    }

    /** Whose value another type does not hold; all that have one, where PostgreSQL cannot bring them back to compare. */
    private static long altered(Connection connection, String table, String column, String newValue, String type)
            throws SQLException {
        var before = connection.getAutoCommit() ? null : connection.setSavepoint();
        // Documents have no equality, but trees of them have.
        var as = type.equals("json") ? "::jsonb" : "";
        try {
            return number(
                    connection,
                    "select count(*) from %1$s where %2$s is not null and %2$s%4$s is distinct from (%3$s)%4$s"
                            .formatted(table, column, back(newValue, type), as));
        } catch (SQLException e) {
            if (!Objects.requireNonNullElse(e.getSQLState(), "").matches(INCOMPARABLE)) {
                throw e;
            }
            if (before != null) {
                connection.rollback(before);
            }
            return rows(connection, table, column);
        }
    }

    /** The expression that makes values of the old type of the new ones again; through UTC, where these went through a zone. */
    private static String back(String newValue, String type) {
        if (newValue.contains("time zone") && (type.equals("date") || type.startsWith("timestamp"))) {
            var other = type.endsWith("with time zone") ? "timestamp" : "timestamptz";
            return "((%s)::%s at time zone 'UTC')::%s".formatted(newValue, other, type);
        }
        return "(%s)::%s".formatted(newValue, type);
    }

    private static long rows(Connection connection, String table, @Nullable String column) throws SQLException {
        return number(connection, "select count(%s) from %s".formatted(column == null ? "*" : column, table));
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
