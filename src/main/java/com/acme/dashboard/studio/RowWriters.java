package com.acme.dashboard.studio;

/** Who changes the rows of a table. */
public enum RowWriters {
    /** Among others the role with which Studio is connected. */
    THIS_ROLE,
    /** Other roles. */
    OTHER_ROLES,
    /** The database by itself: triggers keep them, or migrations write them down. */
    DATABASE
}
