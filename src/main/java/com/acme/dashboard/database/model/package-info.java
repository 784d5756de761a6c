/** The schema that the mapped classes describe, and the same of a database, as far as a mapped class can describe it. */
@NullMarked
package com.acme.dashboard.database.model;

import org.jspecify.annotations.NullMarked;
