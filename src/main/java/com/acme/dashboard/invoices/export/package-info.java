/** Files of invoices for other programs and for paper. */
@NullMarked
package com.acme.dashboard.invoices.export;

import org.jspecify.annotations.NullMarked;
