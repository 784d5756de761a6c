package com.acme.dashboard.common.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** No two rows have the same value in this column; on a class, the same values in these columns. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
@Repeatable(Unique.List.class)
public @interface Unique {

    /** The columns by their names in SQL; only on a class. */
    String[] columns() default {};

    /** The constraint's name; else {@code TABLE_COLUMN_unique}. */
    String name() default "";

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.TYPE})
    @interface List {
        /** Each. */
        Unique[] value();
    }
}
