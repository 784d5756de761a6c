package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Money;
import java.time.YearMonth;

/** What the paid invoices of one month add up to, and how many they are. */
public record PaidMonth(YearMonth month, long invoices, Money paid) {}
