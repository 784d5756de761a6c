/** Tests through a real browser against the whole application. */
@NullMarked
package com.acme.dashboard.browser;

import org.jspecify.annotations.NullMarked;
