/** What forms of one record share: what is typed in them, and what is said where somebody else changed it meanwhile. */
@NullMarked
package com.acme.dashboard.common.ui.form;

import org.jspecify.annotations.NullMarked;
