/** The page of the database's change sets. */
@NullMarked
package com.acme.dashboard.studio.migrations.ui;

import org.jspecify.annotations.NullMarked;
