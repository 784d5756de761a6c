/** The pieces that pages of every kind share. */
@NullMarked
package com.acme.dashboard.common.ui;

import org.jspecify.annotations.NullMarked;
