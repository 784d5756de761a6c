/** How a database is reached: environments, URLs, the embedded server, and databases that are thrown away. */
@NullMarked
package com.acme.dashboard.database;

import org.jspecify.annotations.NullMarked;
