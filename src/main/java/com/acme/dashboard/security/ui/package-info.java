/** The pages of signing in and of one's own account. */
@NullMarked
package com.acme.dashboard.security.ui;

import org.jspecify.annotations.NullMarked;
