package com.acme.dashboard.invoices;

import java.util.Map;

/** The SQL for all rows of an export, in their order, with its parameters. */
record ExportQuery(String sql, Map<String, Object> parameters) {}
