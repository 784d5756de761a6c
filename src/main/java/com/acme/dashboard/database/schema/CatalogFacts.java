package com.acme.dashboard.database.schema;

/** The names of the facts that {@link Catalog} tells. */
public final class CatalogFacts {

    /** A column's type with its length, such as {@code character varying(255)}; a sequence's; a domain's. */
    public static final String TYPE = "type";

    /** Present where a column takes no null. */
    public static final String NOT_NULL = "not null";

    /** A column's default, an expression. */
    public static final String DEFAULT = "default";

    /** A column's collation, where it is not its type's. */
    public static final String COLLATION = "collation";

    /** {@code always} or {@code by default}, of an identity column. */
    public static final String IDENTITY = "identity";

    /** The expression of a generated column. */
    public static final String GENERATED = "generated";

    /** What makes a constraint, an index, a view, a function, a trigger, a rule, a policy or a type what it is. */
    public static final String DEFINITION = "definition";

    /** A constraint's letter in {@code pg_constraint}: p, u, f, c or x. */
    public static final String CONTYPE = "contype";

    /** Present where an index belongs to a constraint of the same name, which makes and drops it. */
    public static final String OF_CONSTRAINT = "of constraint";

    /** Present where an index was left unfinished and is not used. */
    public static final String INVALID = "invalid";

    /** The schema of an extension that lives in another one than the current. */
    public static final String ELSEWHERE = "elsewhere";

    /** Present where a sequence belongs to an identity column, which makes and drops it. */
    public static final String OF_IDENTITY = "of identity";

    /** The column that a sequence belongs to, as {@code "table"."column"}. */
    public static final String OWNED_BY = "owned by";

    /** The storage parameters of a table or a view, such as {@code fillfactor=70}. */
    public static final String OPTIONS = "options";

    /** What everybody may do with it: {@code granted to public}. */
    public static final String PUBLIC_PRIVILEGES = "public privileges";

    /** The tables on which the triggers of a foreign key are disabled. */
    public static final String SWITCHED_OFF_ON = "switched off on";

    /** What {@code comment on} said. */
    public static final String COMMENT = "comment";

    private CatalogFacts() {}
}
