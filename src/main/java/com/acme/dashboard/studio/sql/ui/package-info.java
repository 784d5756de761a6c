/** The page on which SQL is typed and run. */
@NullMarked
package com.acme.dashboard.studio.sql.ui;

import org.jspecify.annotations.NullMarked;
