package com.acme.dashboard.studio;

/** Why the rows of a table cannot be changed one by one, whoever wants to. */
public enum EditHindrance {
    /** What it shows stands elsewhere, as that of a view does. */
    NO_TABLE,
    /** It holds what people did, of which nothing is taken back. */
    AUDIT,
    /** Triggers or migrations keep them, and would go on from what is wrong. */
    KEPT,
    /** The database's role may not. */
    NO_RIGHT,
    /** A password is what tells one row from another. */
    SECRET_KEY
}
