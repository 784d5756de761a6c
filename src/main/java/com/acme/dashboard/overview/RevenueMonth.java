package com.acme.dashboard.overview;

import com.acme.dashboard.common.Money;
import java.time.Month;

/** The revenue of a month as the books have it, whole dollars, in a year that they do not name. */
public record RevenueMonth(Month month, Money revenue) {}
