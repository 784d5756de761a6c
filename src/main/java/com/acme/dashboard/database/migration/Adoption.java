package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.MigrationRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a database that another program made can be taken over: its five tables must be what the first
 * change set would make, the role must own them, and its rows must fit what the later ones ask for. Reads only.
 */
final class Adoption {

    /** The five tables as {@link #SHAPE} lists them; a test compares this with what the first change set makes. */
    static final String EXPECTED_SHAPE = """
            customers.email character varying(255) not null
            customers.id uuid not null default gen_random_uuid()
            customers.image_url character varying(255) not null
            customers.name character varying(255) not null
            customers: constraint customers_pkey PRIMARY KEY (id)
            invoices.amount integer not null
            invoices.customer_id uuid not null
            invoices.date date not null
            invoices.id uuid not null default gen_random_uuid()
            invoices.status character varying(255) not null
            invoices: constraint invoices_customer_id_customers_id_fk FOREIGN KEY (customer_id) REFERENCES customers(id)
            invoices: constraint invoices_pkey PRIMARY KEY (id)
            revenue.month character varying(4) not null
            revenue.revenue integer not null
            revenue: constraint revenue_month_unique UNIQUE (month)
            todos.completed boolean not null default false
            todos.id uuid not null default gen_random_uuid()
            todos.title character varying(255) not null
            todos: constraint todos_pkey PRIMARY KEY (id)
            users.email text not null
            users.id uuid not null default gen_random_uuid()
            users.name character varying(255) not null
            users.password text not null
            users: constraint users_email_unique UNIQUE (email)
            users: constraint users_pkey PRIMARY KEY (id)
            """;

    /** NOT NULL is told with the column: only PostgreSQL 18 and later list it as a constraint, too. */
    private static final String SHAPE = """
            with five as (
                select oid, relname from pg_class
                where relnamespace = current_schema()::regnamespace
                  and relkind in ('r', 'p')
                  and relname in ('users', 'customers', 'invoices', 'revenue', 'todos')
            )
            select relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
                || case when attnotnull then ' not null' else '' end
                || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
            from five
                join pg_attribute on attrelid = five.oid and attnum > 0 and not attisdropped
                left join pg_attrdef on adrelid = attrelid and adnum = attnum
            union all
            select relname || ': constraint ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
            from five join pg_constraint on conrelid = five.oid and contype <> 'n'
            """;

    private static final int ROWS_SHOWN = 10;

    /** What later change sets ask of rows: one rule for each check that they put on a column of the five tables. */
    private static final List<RowRule> RULES = List.of(
            new RowRule("invoices", "id", "status", "status not in ('pending', 'paid')", "pending or paid"),
            new RowRule("invoices", "id", "amount", "amount <= 0", "more than 0"),
            new RowRule(
                    "revenue",
                    "month",
                    "month",
                    "month not in ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')",
                    "Jan, Feb, ... or Dec"));

    private record RowRule(String table, String key, String column, String violation, String allowed) {

        String rows() {
            return "select %s::text, %s::text, count(*) over () from %s where %s order by %s limit "
                            .formatted(key, column, table, violation, key)
                    + ROWS_SHOWN;
        }
    }

    private Adoption() {}

    /** Whether any of the five tables, or anything else of one of their names, is there. */
    static boolean isDue(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("""
                        select exists (
                            select from pg_class
                            where relnamespace = current_schema()::regnamespace
                              and relname in ('users', 'customers', 'invoices', 'revenue', 'todos'))""")) {
            return result.next() && result.getBoolean(1);
        }
    }

    /**
     * Throws {@link MigrationRefused} with the differences, with the tables that the later change sets could not alter as this
     * role, or with the rows that would not fit.
     */
    static void check(Connection connection) throws SQLException {
        var differences = differences(connection);
        if (!differences.isEmpty()) {
            throw new MigrationRefused("The tables of this database are not those that can be adopted;"
                    + " nothing was changed. Differences:\n" + String.join("\n", differences));
        }
        var others = ownedByOthers(connection);
        if (!others.isEmpty()) {
            throw new MigrationRefused("Only their owner can adopt the tables of this database; nothing was changed."
                    + " Migrate as that role, or let it hand them over:\n" + String.join("\n", others));
        }
        var misfits = misfits(connection);
        if (!misfits.isEmpty()) {
            throw new MigrationRefused("Some rows of this database do not fit; nothing was changed."
                    + " Correct them and migrate again:\n" + String.join("\n", misfits));
        }
    }

    private static List<String> differences(Connection connection) throws SQLException {
        Set<String> expected = new TreeSet<>(EXPECTED_SHAPE.lines().toList());
        Set<String> found = new TreeSet<>(shape(connection));
        Set<String> all = new TreeSet<>(expected);
        all.addAll(found);
        var lines = new ArrayList<String>();
        for (var line : all) {
            if (!found.contains(line)) {
                lines.add("  expected  " + line);
            } else if (!expected.contains(line)) {
                lines.add("  found     " + line);
            }
        }
        return lines;
    }

    /** The columns and constraints of those of the five tables that are there, one a line. */
    static List<String> shape(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SHAPE)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static List<String> ownedByOthers(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select pg_get_userbyid(relowner),
                               format('alter table %I.%I owner to %I', current_schema(), relname, current_user)
                        from pg_class
                        where relnamespace = current_schema()::regnamespace
                          and relkind in ('r', 'p')
                          and relname in ('users', 'customers', 'invoices', 'revenue', 'todos')
                          and not pg_has_role(relowner, 'usage')
                        order by relname""")) {
            while (rows.next()) {
                lines.add("  as %s: %s".formatted(rows.getString(1), rows.getString(2)));
            }
        }
        return lines;
    }

    private static List<String> misfits(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        for (var rule : RULES) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(rule.rows())) {
                long total = 0;
                int shown = 0;
                for (; rows.next(); shown++) {
                    total = rows.getLong(3);
                    lines.add("  %s %s: %s is '%s', must be %s"
                            .formatted(rule.table, rows.getString(1), rule.column, rows.getString(2), rule.allowed));
                }
                if (total > shown) {
                    lines.add("  ... and %,d more rows of %s".formatted(total - shown, rule.table));
                }
            }
        }
        return lines;
    }
}
