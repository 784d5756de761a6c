/** Which database this is, how to reach it, and how its schema comes to be. */
@NullMarked
package com.acme.dashboard.database;

import org.jspecify.annotations.NullMarked;
