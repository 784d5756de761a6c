/** A schema as PostgreSQL's catalogs tell it, what differs between two of them, and the SQL that brings one back to the other. */
@NullMarked
package com.acme.dashboard.database.schema;

import org.jspecify.annotations.NullMarked;
