package com.acme.dashboard.studio;

import static com.acme.dashboard.studio.ColumnSql.full;
import static com.acme.dashboard.studio.ColumnSql.parameter;
import static com.acme.dashboard.studio.ColumnSql.reference;
import static com.acme.dashboard.studio.ColumnSql.remembered;
import static com.acme.dashboard.studio.ColumnSql.text;
import static java.util.stream.Collectors.joining;

import com.acme.dashboard.database.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that read a table's rows. Names are quoted, values are parameters in the order of {@link #values}.
 *
 * <p>A page's rows are chosen by their key first and read after: rows that are skipped cost no more than their key.
 */
final class RowSql {

    private final TableShape shape;
    private final RowQuery query;
    private final List<Object> values = new ArrayList<>();

    /** The query has to be {@linkplain RowQuery#within within} the shape. */
    RowSql(TableShape shape, RowQuery query) {
        this.shape = shape;
        this.query = query;
    }

    /** The parameters of the statement that was written last. */
    List<Object> values() {
        return values;
    }

    /** The rows of a page: identity, position, and the beginning of each value. */
    String page(@Nullable RowPosition after, long skip, int limit) {
        values.clear();
        var chosen = chosen(after, skip, limit);
        var columns = Stream.of(
                        identity().stream(),
                        order().stream().map(name -> hasPositions() ? remembered(name) : "null"),
                        shape.columns().stream().map(ColumnSql::beginning))
                .flatMap(each -> each)
                .collect(joining(",\n       "));
        return "select " + columns + "\n" + chosen;
    }

    /** All rows in their order for a file of that format; secret columns are left out. */
    String all(RowFormat format) {
        values.clear();
        var columns = exported(format).stream()
                .map(column -> switch (format) {
                    case CSV -> text("t", column.name());
                    case JSON -> reference("t", column.name());
                    case SQL -> "quote_nullable(" + text("t", column.name()) + ")";
                })
                .collect(joining(", "));
        var rows = "select %s from %s t%s%s".formatted(columns, shape.name().quoted(), where("t", null), orderBy("t"));
        return format == RowFormat.JSON ? "select row_to_json(t)::text from (" + rows + ") t" : rows;
    }

    /** The columns that {@link #all} has: what the database computes is no part of an insert. */
    List<TableColumn> exported(RowFormat format) {
        return shape.columns().stream()
                .filter(column -> !column.secret() && !(format == RowFormat.SQL && column.generated()))
                .toList();
    }

    /** One row: identity and the beginning of each value. */
    String row(RowIdentity identity) {
        values.clear();
        var columns = Stream.concat(
                        identity().stream(), shape.columns().stream().map(ColumnSql::beginning))
                .collect(joining(",\n       "));
        return "select %s from %s t where %s".formatted(columns, shape.name().quoted(), identified(identity));
    }

    /** How many rows there are, counted up to one more than the cap. */
    String count(int cap) {
        values.clear();
        return "select count(*) from (select from %s t%s limit %d) counted"
                .formatted(shape.name().quoted(), where("t", null), cap + 1);
    }

    /** One value in full: its text, and how long that is. */
    String value(TableColumn column, RowIdentity identity) {
        values.clear();
        var full = full(column);
        return "select left(%1$s, %2$d), length(%1$s) from %3$s t where %4$s"
                .formatted(full, FullValue.LONGEST, shape.name().quoted(), identified(identity));
    }

    /** The same of the row that stands at that place in the order, for rows that have no identity. */
    String value(TableColumn column, long number) {
        values.clear();
        var full = full(column);
        return "select left(%1$s, %2$d), length(%1$s) from (select t.* from %3$s t%4$s%5$s offset %6$d limit 1) t"
                .formatted(full, FullValue.LONGEST, shape.name().quoted(), where("t", null), orderBy("t"), number);
    }

    /** Whether pages can begin behind a row, which needs an order without nulls in which no two rows are equal. */
    boolean hasPositions() {
        return !shape.key().isEmpty()
                && order().stream().allMatch(name -> shape.column(name).stream().noneMatch(TableColumn::nullable));
    }

    /** How many columns {@link #page} puts before the values: those of the identity, then those of the order. */
    int identityColumns() {
        return identity().size();
    }

    /** The columns that the order consists of. */
    List<String> order() {
        var columns = new ArrayList<String>();
        var sort = query.sort();
        if (sort != null) {
            columns.add(sort.column());
        }
        shape.key().stream().filter(name -> !columns.contains(name)).forEach(columns::add);
        return columns;
    }

    private String chosen(@Nullable RowPosition after, long skip, int limit) {
        var table = shape.name().quoted();
        if (shape.key().isEmpty()) {
            return "from %s t%s%s\noffset %d limit %d".formatted(table, where("t", null), orderBy("t"), skip, limit);
        }
        var key = Identifiers.quote(shape.key());
        return """
                from (select %s from %s k%s%s offset %d limit %d) chosen
                join %s t using (%s)%s""".formatted(key, table, where("k", after), orderBy("k"), skip, limit, table, key, orderBy("t"));
    }

    private List<String> identity() {
        if (!shape.kind().holdsRows()) {
            return List.of();
        }
        var columns = new ArrayList<String>();
        columns.add("t.xmin::text");
        if (shape.key().isEmpty()) {
            columns.add("t.tableoid::bigint::text || ' ' || t.ctid::text");
        } else {
            shape.key().forEach(name -> columns.add(text("t", name)));
        }
        return columns;
    }

    /** The condition under which a row is that one, whatever its version. */
    private String identified(RowIdentity identity) {
        var place = identity.place();
        if (place != null) {
            var parts = place.split(" ", 2);
            values.add(Long.valueOf(parts[0]));
            values.add(parts[1]);
            return "t.tableoid = cast(? as bigint)::oid and t.ctid = cast(? as tid)";
        }
        var conditions = new ArrayList<String>();
        for (int i = 0; i < shape.key().size(); i++) {
            var column = shape.column(shape.key().get(i)).orElseThrow();
            conditions.add(reference("t", column.name()) + " = " + parameter(column));
            values.add(identity.key().get(i));
        }
        return String.join(" and ", conditions);
    }

    private String where(String alias, @Nullable RowPosition after) {
        var conditions = new ArrayList<String>();
        for (var filter : query.filters()) {
            conditions.add(condition(alias, filter));
        }
        if (after != null) {
            conditions.add(behind(alias, after));
        }
        return conditions.isEmpty() ? "" : "\nwhere " + String.join(" and ", conditions);
    }

    private String condition(String alias, ColumnFilter filter) {
        var column = shape.column(filter.column()).orElseThrow();
        var operator = filter.operator();
        if (operator.isOnText()) {
            values.add((operator == Operator.CONTAINS ? "%" : "") + literally(filter.value()) + "%");
            return text(alias, column.name()) + " " + operator.sql("?");
        }
        if (operator.takesValue()) {
            values.add(filter.value());
        }
        return reference(alias, column.name()) + " " + operator.sql(parameter(column));
    }

    private String behind(String alias, RowPosition after) {
        values.addAll(after.values());
        var columns = order();
        return "(%s) %s (%s)"
                .formatted(
                        columns.stream().map(name -> reference(alias, name)).collect(joining(", ")),
                        descending() ? "<" : ">",
                        columns.stream()
                                .map(name -> parameter(shape.column(name).orElseThrow()))
                                .collect(joining(", ")));
    }

    /**
     * The key is part of it, or what there is in its place, so that no two rows are equal; rows without a value come last
     * either way.
     */
    private String orderBy(String alias) {
        var direction = descending() ? " desc" : "";
        var sort = query.sort();
        var sorted = order().stream()
                .map(name -> reference(alias, name)
                        + direction
                        + (sort != null && sort.column().equals(name) && descending() && isNullable(name)
                                ? " nulls last"
                                : ""));
        var terms = Stream.concat(sorted, sort == null || !shape.key().isEmpty() ? Stream.of() : inPlaceOfKey(alias))
                .collect(joining(", "));
        return terms.isEmpty() ? "" : "\norder by " + terms;
    }

    /** Rows that are equal in what they are sorted by would else be on two pages, or on none. */
    private Stream<String> inPlaceOfKey(String alias) {
        return shape.kind().holdsRows()
                ? Stream.of(alias + ".tableoid", alias + ".ctid")
                : shape.columns().stream().flatMap(column -> ColumnSql.order(alias, column).stream());
    }

    private boolean isNullable(String column) {
        return shape.column(column).filter(TableColumn::nullable).isPresent();
    }

    private boolean descending() {
        var sort = query.sort();
        return sort != null && sort.descending();
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
