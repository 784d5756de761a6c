/** Invoices: the aggregate, its queries and its service. */
@NullMarked
package com.acme.dashboard.invoices;

import org.jspecify.annotations.NullMarked;
