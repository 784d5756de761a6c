/** How the schema of a database comes to be: change sets, what they did, and what would come of them. */
@NullMarked
package com.acme.dashboard.database.migration;

import org.jspecify.annotations.NullMarked;
