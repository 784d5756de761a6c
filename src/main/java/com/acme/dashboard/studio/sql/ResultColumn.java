package com.acme.dashboard.studio.sql;

/**
 * A column of a result.
 *
 * @param type PostgreSQL's short name, such as {@code int4[]}
 * @param numeric whether its values are numbers
 * @param secret whether its values are hidden
 */
public record ResultColumn(String name, String type, boolean numeric, boolean secret) {}
