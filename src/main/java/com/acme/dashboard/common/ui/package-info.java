/** The shell around every page, and the pieces that pages share. */
@NullMarked
package com.acme.dashboard.common.ui;

import org.jspecify.annotations.NullMarked;
