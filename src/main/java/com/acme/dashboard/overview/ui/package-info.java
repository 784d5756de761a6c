/** The dashboard page. */
@NullMarked
package com.acme.dashboard.overview.ui;

import org.jspecify.annotations.NullMarked;
