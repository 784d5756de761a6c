/** The database commands, one class each, which run without the web application. */
@NullMarked
package com.acme.dashboard.database.cli;

import org.jspecify.annotations.NullMarked;
