package com.acme.dashboard.studio;

/** Which columns an entity diagram shows of its tables. */
public enum DiagramDetail {
    /** All of them, or the first of very many. */
    ALL,
    /** Those of primary and foreign keys. */
    KEYS,
    /** None: a table is its name. */
    NAMES
}
