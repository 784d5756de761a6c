/** Studio: looks into the database, its schema and its migrations, and changes rows where that is allowed. */
@NullMarked
package com.acme.dashboard.studio;

import org.jspecify.annotations.NullMarked;
