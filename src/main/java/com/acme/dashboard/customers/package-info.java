/** Customers: the aggregate, its queries and its service. */
@NullMarked
package com.acme.dashboard.customers;

import org.jspecify.annotations.NullMarked;
