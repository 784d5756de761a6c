package com.acme.dashboard.studio;

import java.util.Set;

/** What the values of a type are like. Everything that is not told apart is text in the form that PostgreSQL writes. */
public enum ValueKind {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    UUID,
    ENUM,
    JSON,
    BYTES,
    ARRAY,
    /** Has no order and no equality that could be relied on, such as {@code point} or {@code xml}. */
    OTHER;

    private static final Set<String> UNCOMPARABLE = Set.of(
            "json",
            "xml",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "txid_snapshot",
            "pg_snapshot",
            "xid",
            "cid",
            "aclitem",
            "refcursor");

    /**
     * Of a type in PostgreSQL's catalog; of a domain, its base type is meant.
     *
     * @param category {@code pg_type.typcategory}
     * @param name {@code pg_type.typname}
     */
    static ValueKind of(String category, String name) {
        return switch (name) {
            case "json", "jsonb" -> JSON;
            case "bytea" -> BYTES;
            case "date" -> DATE;
            case "timestamp", "timestamptz" -> TIMESTAMP;
            case "uuid" -> UUID;
            default ->
                switch (category) {
                    case "N" -> NUMBER;
                    case "B" -> BOOLEAN;
                    case "E" -> ENUM;
                    case "A" -> ARRAY;
                    default -> UNCOMPARABLE.contains(name) ? OTHER : TEXT;
                };
        };
    }
}
