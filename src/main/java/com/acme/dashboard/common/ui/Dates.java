package com.acme.dashboard.common.ui;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How dates are written for people. */
public final class Dates {

    private Dates() {}

    /** The date as people of that locale write it, such as {@code Dec 6, 2024}. */
    public static String format(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** The month as people of that locale write it, such as {@code December 2024}. */
    public static String format(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }
}
