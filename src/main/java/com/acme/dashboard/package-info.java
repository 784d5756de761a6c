/** The application: where it starts. */
@NullMarked
package com.acme.dashboard;

import org.jspecify.annotations.NullMarked;
