/** Studio by itself, without the rest of the application: what {@code ./db studio} starts. */
@NullMarked
package com.acme.dashboard.studio.standalone;

import org.jspecify.annotations.NullMarked;
