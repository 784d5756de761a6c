/** The pages of invoices. */
@NullMarked
package com.acme.dashboard.invoices.ui;

import org.jspecify.annotations.NullMarked;
