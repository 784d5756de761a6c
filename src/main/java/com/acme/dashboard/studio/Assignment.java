package com.acme.dashboard.studio;

import org.jspecify.annotations.Nullable;

/**
 * A value for a column.
 *
 * @param text in a form that PostgreSQL reads for the column's type; null for no value, which is not the empty text
 */
public record Assignment(String column, @Nullable String text) {}
