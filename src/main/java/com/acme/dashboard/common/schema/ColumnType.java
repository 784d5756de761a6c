package com.acme.dashboard.common.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The PostgreSQL type of a column, such as {@code varchar(16)} or {@code jsonb}, where Java's type does not tell; on a
 * class that a converter stores in one column, the type of all of its columns.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface ColumnType {

    /** As it stands in SQL. */
    String value();
}
