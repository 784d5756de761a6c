package com.acme.dashboard.common.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A condition that every row meets. An enum's column has the one that lists its values without this. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
@Repeatable(Check.List.class)
public @interface Check {

    /** An SQL condition, such as {@code amount > 0}; columns have their names in SQL. */
    String value();

    /** The constraint's name; else {@code TABLE_COLUMN_check}. On a class it is required. */
    String name() default "";

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.TYPE})
    @interface List {
        /** Each. */
        Check[] value();
    }
}
