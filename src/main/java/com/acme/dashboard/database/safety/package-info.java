/** What makes a change set dangerous for a database that is in use: rules over the SQL of its file, which need no database. */
@NullMarked
package com.acme.dashboard.database.safety;

import org.jspecify.annotations.NullMarked;
