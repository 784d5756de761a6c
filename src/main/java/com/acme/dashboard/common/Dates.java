package com.acme.dashboard.common;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How days are written for people. */
public final class Dates {

    private Dates() {}

    /** A day as people of that locale write it in short, such as {@code Dec 6, 2024}. */
    public static String format(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }
}
