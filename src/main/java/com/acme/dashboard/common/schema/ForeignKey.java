package com.acme.dashboard.common.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The row of another aggregate whose id this column holds. An {@code AggregateReference} is one without this, which then
 * only adds what is special.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ForeignKey {

    /** What happens to the rows that refer to a row that is deleted. */
    enum OnDelete {
        /** The row that they refer to cannot be deleted. */
        NO_ACTION,
        /** They are deleted, too. */
        CASCADE,
        /** They refer to nothing. */
        SET_NULL
    }

    /** The mapped class; the class of an {@code AggregateReference} needs none. */
    Class<?> value() default void.class;

    /** What happens to this row when the other one is deleted. */
    OnDelete onDelete() default OnDelete.NO_ACTION;

    /** The constraint's name; else {@code TABLE_COLUMN_TABLE_COLUMN_fk}. */
    String name() default "";
}
