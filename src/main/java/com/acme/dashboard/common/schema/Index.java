package com.acme.dashboard.common.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index on this column; on a class, on these columns. One on expressions, or of another kind than a B-tree, is
 * written by hand into a change set with a comment {@code -- unmanaged: reason}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
@Repeatable(Index.List.class)
public @interface Index {

    /** The columns by their names in SQL, each perhaps with {@code desc} or {@code nulls last}; only on a class. */
    String[] columns() default {};

    /** Columns that the index only carries along. */
    String[] include() default {};

    /** The SQL condition of the rows that it holds; else it holds all. */
    String where() default "";

    /** Whether no two of these rows have the same values. */
    boolean unique() default false;

    /** The index's name; else {@code TABLE_COLUMN_index}. */
    String name() default "";

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.TYPE})
    @interface List {
        /** Each. */
        Index[] value();
    }
}
