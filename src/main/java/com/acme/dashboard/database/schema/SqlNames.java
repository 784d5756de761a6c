package com.acme.dashboard.database.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes names as a person would: between double quotes only those that this server would read as something else. */
public final class SqlNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private final Set<String> reserved;

    private SqlNames(Set<String> reserved) {
        this.reserved = reserved;
    }

    /** The keywords are those of the connection's server. */
    public static SqlNames of(Connection connection) throws SQLException {
        Set<String> reserved = new HashSet<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from pg_get_keywords() where catcode <> 'U'")) {
            while (rows.next()) {
                reserved.add(rows.getString(1));
            }
        }
        return new SqlNames(reserved);
    }

    /** The name as SQL takes it. */
    public String quote(String name) {
        return PLAIN.matcher(name).matches() && !reserved.contains(name) ? name : Identifiers.quote(name);
    }

    /** Each as SQL takes it, separated by commas. */
    public String quote(Collection<String> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", "));
    }
}
