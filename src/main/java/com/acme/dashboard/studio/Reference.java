package com.acme.dashboard.studio;

/**
 * A row that a foreign key can name.
 *
 * @param value of the column that the foreign key names, as text
 * @param words what tells a person which row it is; empty where the table has no text
 */
public record Reference(String value, String words) {}
