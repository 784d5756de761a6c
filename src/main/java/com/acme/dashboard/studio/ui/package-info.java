/** Studio's pages, all under one header. */
@NullMarked
package com.acme.dashboard.studio.ui;

import org.jspecify.annotations.NullMarked;
