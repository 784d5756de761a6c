/** What a schema is: as PostgreSQL's catalogs tell it, as the mapped aggregates ask for it, and how one becomes the other. */
@NullMarked
package com.acme.dashboard.database.schema;

import org.jspecify.annotations.NullMarked;
