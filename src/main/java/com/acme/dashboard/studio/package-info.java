/** Studio: looks into the database and its schema, changes rows where that is allowed, and keeps a record of it. */
@NullMarked
package com.acme.dashboard.studio;

import org.jspecify.annotations.NullMarked;
