/** Files that people take along: started, watched and cancelled from a page. */
@NullMarked
package com.acme.dashboard.common.ui.export;

import org.jspecify.annotations.NullMarked;
