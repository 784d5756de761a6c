/** Writes the SQL that brings tables from what the changelog builds to what the mapped classes describe, and back. */
@NullMarked
package com.acme.dashboard.database.generate;

import org.jspecify.annotations.NullMarked;
