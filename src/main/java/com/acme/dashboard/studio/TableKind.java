package com.acme.dashboard.studio;

/** What kinds of things hold rows. */
public enum TableKind {
    TABLE("r"),
    PARTITIONED_TABLE("p"),
    VIEW("v"),
    MATERIALIZED_VIEW("m"),
    FOREIGN_TABLE("f");

    private final String code;

    TableKind(String code) {
        this.code = code;
    }

    /** Of PostgreSQL's {@code pg_class.relkind}. */
    static TableKind of(String relkind) {
        for (var kind : values()) {
            if (kind.code.equals(relkind)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of table: " + relkind);
    }

    /** Whether it is a query: only what is not has keys. */
    public boolean isView() {
        return this == VIEW || this == MATERIALIZED_VIEW;
    }

    /** Whether rows stand in it and not in what it is defined by: only such rows can be told apart and changed. */
    public boolean holdsRows() {
        return this == TABLE || this == PARTITIONED_TABLE;
    }
}
