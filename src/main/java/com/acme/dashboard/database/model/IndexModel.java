package com.acme.dashboard.database.model;

/**
 * An index that belongs to no constraint.
 *
 * @param definition as SQL writes it after the table's name, such as {@code (date, id)}
 */
public record IndexModel(String name, boolean unique, String definition) {}
