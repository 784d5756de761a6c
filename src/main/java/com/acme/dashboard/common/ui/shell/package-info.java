/** The frame around every page, its language and colours, and the pages for what is not found or fails. */
@NullMarked
package com.acme.dashboard.common.ui.shell;

import org.jspecify.annotations.NullMarked;
