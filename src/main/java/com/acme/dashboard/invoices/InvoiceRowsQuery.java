package com.acme.dashboard.invoices;

import java.util.Map;

/** The SQL for all rows of a list in their order, and for their count, which needs no order, with the parameters of both. */
record InvoiceRowsQuery(String rows, String count, Map<String, Object> parameters) {}
