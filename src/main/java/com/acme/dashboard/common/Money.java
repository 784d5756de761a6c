package com.acme.dashboard.common;

import com.acme.dashboard.common.schema.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount of US dollars, counted in whole cents. */
@ColumnType("integer")
public record Money(long cents) implements Comparable<Money> {

    /** No money at all. */
    public static final Money ZERO = new Money(0);

    private static final Currency USD = Currency.getInstance("USD");

    private static final MathContext SHORT = new MathContext(3);

    /** This amount as people of that locale write it, such as {@code $1,234.56}. */
    public String format(Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(USD);
        return format.format(dollars());
    }

    /** This amount as it stands in an input field of that locale, such as {@code 1234.56}; {@link MoneyInput} reads it back. */
    public String formatPlain(Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(2);
        return format.format(dollars());
    }

    /**
     * These dollars in a few characters and without a currency, such as {@code 448} or {@code 1.2K}: whole, and rounded to
     * three figures only where the locale abbreviates them. Cents are {@code <1}.
     */
    public String formatShort(Locale locale) {
        var format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        if (cents > 0 && cents < 100) {
            return "<" + format.format(1);
        }
        var whole = dollars().setScale(0, RoundingMode.HALF_UP);
        var words = NumberFormat.getIntegerInstance(locale).format(whole);
        // Of a BigDecimal the format would drop the fraction.
        return format.format(whole.longValueExact()).equals(words)
                ? words
                : format.format(whole.round(SHORT).longValueExact());
    }

    /** The sum of both. */
    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    private BigDecimal dollars() {
        return BigDecimal.valueOf(cents, 2);
    }
}
