/** The frame around every page, how it looks and speaks to whom, and the pages for what is not found or fails. */
@NullMarked
package com.acme.dashboard.common.ui.shell;

import org.jspecify.annotations.NullMarked;
