package com.acme.dashboard.common;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount of US dollars, counted in whole cents. */
public record Money(long cents) {

    /** This amount as people of that locale write it, such as {@code $1,234.56}. */
    public String format(Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("USD"));
        return format.format(java.math.BigDecimal.valueOf(cents, 2));
    }
}
