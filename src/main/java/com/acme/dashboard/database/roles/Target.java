package com.acme.dashboard.database.roles;

/** On what kinds of things privileges are told apart. */
enum Target {
    DATABASE,
    SCHEMA,
    TABLE,
    /** A table that only migrations or triggers write to. */
    KEPT_TABLE,
    /** A table that rows are only ever added to. */
    APPEND_TABLE,
    SEQUENCE,
    /** Everybody may run a function, unless its change set says otherwise. */
    FUNCTION,
    TYPE
}
