/** Which database this is, and how to reach it. */
@NullMarked
package com.acme.dashboard.database;

import org.jspecify.annotations.NullMarked;
