/** The pages of customers. */
@NullMarked
package com.acme.dashboard.customers.ui;

import org.jspecify.annotations.NullMarked;
