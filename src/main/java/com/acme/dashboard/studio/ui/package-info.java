/** What all of Studio's pages stand in, and those of rows, schema and audit. */
@NullMarked
package com.acme.dashboard.studio.ui;

import org.jspecify.annotations.NullMarked;
