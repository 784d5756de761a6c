/** The three roles of a database and what each may do: said once, for the SQL that grants it and for the check that it is so. */
@NullMarked
package com.acme.dashboard.database.roles;

import org.jspecify.annotations.NullMarked;
