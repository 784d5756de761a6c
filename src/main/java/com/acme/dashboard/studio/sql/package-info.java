/** Runs SQL that somebody typed, within limits, and reads its results and plans. */
@NullMarked
package com.acme.dashboard.studio.sql;

import org.jspecify.annotations.NullMarked;
