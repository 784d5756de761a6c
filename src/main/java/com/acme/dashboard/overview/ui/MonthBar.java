package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.Money;

/**
 * One bar of the chart.
 *
 * @param label stands under it, such as {@code Nov}
 * @param name is said and stands in the tooltip and the table, such as {@code November 2026}
 * @param path leads to the invoices of that month
 * @param current whether that month is the present one
 */
record MonthBar(String label, String name, Money amount, String path, boolean current) {}
