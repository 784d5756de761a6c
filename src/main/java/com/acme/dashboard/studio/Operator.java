package com.acme.dashboard.studio;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a filter compares a column with a value. */
public enum Operator {
    IS("= %s"),
    IS_NOT("is distinct from %s"),
    LESS("< %s"),
    AT_MOST("<= %s"),
    AT_LEAST(">= %s"),
    MORE("> %s"),
    /** Holds the text somewhere, whatever its case. */
    CONTAINS("ilike %s"),
    /** Begins with the text, whatever its case. */
    BEGINS("ilike %s"),
    EMPTY("is null"),
    NOT_EMPTY("is not null");

    private static final Set<Operator> ON_TEXT = EnumSet.of(CONTAINS, BEGINS);

    private static final List<Operator> EQUALITY = List.of(IS, IS_NOT, EMPTY, NOT_EMPTY);
    private static final List<Operator> ORDER = List.of(IS, IS_NOT, LESS, AT_MOST, AT_LEAST, MORE, EMPTY, NOT_EMPTY);

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    /** Those that make sense for a column, the most useful first. */
    public static List<Operator> of(TableColumn column) {
        if (column.secret()) {
            return List.of();
        }
        return switch (column.kind()) {
            case TEXT -> List.of(CONTAINS, BEGINS, IS, IS_NOT, LESS, AT_MOST, AT_LEAST, MORE, EMPTY, NOT_EMPTY);
            case NUMBER, DATE, TIMESTAMP -> ORDER;
            case BOOLEAN, UUID, ENUM, BYTES -> EQUALITY;
            case JSON, ARRAY, OTHER -> List.of(CONTAINS, EMPTY, NOT_EMPTY);
        };
    }

    /** Whether it needs a value to compare with. */
    public boolean takesValue() {
        return this != EMPTY && this != NOT_EMPTY;
    }

    /** Its name in the URL, such as {@code at-least}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it looks at the text of a value and not at the value. */
    boolean isOnText() {
        return ON_TEXT.contains(this);
    }

    /** The condition's end, behind the column. */
    String sql(String value) {
        return sql.formatted(value);
    }
}
