package com.acme.dashboard.common;

import com.acme.dashboard.common.MoneyInput.Amount;
import com.acme.dashboard.common.MoneyInput.Reason;
import com.acme.dashboard.common.MoneyInput.Refused;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How amounts are written in one locale. Works on the characters, so that no cent is lost to floating point. */
final class MoneyGrammar {

    /** Besides the plain space the two that typography and {@link java.text.NumberFormat} put into numbers. */
    private static final String SPACE = "[ \\u00A0\\u202F]";

    /** In characters. More can be no amount, and the patterns take ever longer on it. */
    private static final int LONGEST = 60;

    private static final Pattern NUMBER_LIKE =
            Pattern.compile("[0-9.,'’ \\u00A0\\u202F]*[0-9][0-9.,'’ \\u00A0\\u202F]*");

    private final Locale locale;
    private final Pattern number;
    private final Pattern thousandsOrDecimals;

    MoneyGrammar(Locale locale) {
        this.locale = locale;
        var symbols = DecimalFormatSymbols.getInstance(locale);
        var decimal = Pattern.quote(String.valueOf(symbols.getMonetaryDecimalSeparator()));
        var group = "(?:" + Pattern.quote(String.valueOf(symbols.getMonetaryGroupingSeparator())) + "|" + SPACE + ")";
        this.number = Pattern.compile(
                "(?<whole>[0-9]{1,3}(?:" + group + "[0-9]{3})+|[0-9]*)(?:" + decimal + "(?<fraction>[0-9]*))?");
        this.thousandsOrDecimals = Pattern.compile("[1-9][0-9]{0,2}" + decimal + "[0-9]{3}");
    }

    MoneyInput parse(String text) {
        if (text.length() > LONGEST) {
            return refused(Reason.NOT_A_NUMBER);
        }
        var typed = text.replaceAll("^" + SPACE + "+|" + SPACE + "+$", "");
        if (typed.isEmpty()) {
            return refused(Reason.EMPTY);
        }
        var dollars = withoutCurrency(typed);
        var negative = dollars.startsWith("-") || dollars.startsWith("\u2212");
        var unsigned = negative ? withoutCurrency(dollars.substring(1)) : dollars;
        if (!NUMBER_LIKE.matcher(unsigned).matches()) {
            return refused(Reason.NOT_A_NUMBER);
        }
        if (negative) {
            return refused(Reason.NOT_POSITIVE);
        }
        var parts = number.matcher(unsigned);
        if (thousandsOrDecimals.matcher(unsigned).matches()) {
            return new Refused(Reason.THOUSANDS_OR_DECIMALS, example(unsigned.replaceAll("[^0-9]", "")));
        }
        return parts.matches() ? amount(parts) : refused(Reason.AMBIGUOUS);
    }

    private MoneyInput amount(Matcher parts) {
        var fraction = parts.group("fraction") == null ? "" : parts.group("fraction");
        if (fraction.length() > 2) {
            return refused(Reason.TOO_MANY_DECIMALS);
        }
        var digits = parts.group("whole").replaceAll("[^0-9]", "") + (fraction + "00").substring(0, 2);
        var significant = digits.replaceFirst("^0+", "");
        if (significant.isEmpty()) {
            return refused(Reason.NOT_POSITIVE);
        }
        if (significant.length() > String.valueOf(MoneyInput.MAX.cents()).length()) {
            return refused(Reason.TOO_LARGE);
        }
        var money = new Money(Long.parseLong(significant));
        return money.compareTo(MoneyInput.MAX) > 0 ? refused(Reason.TOO_LARGE) : new Amount(money);
    }

    private static String withoutCurrency(String text) {
        return text.replaceFirst("^\\$" + SPACE + "*", "").replaceFirst(SPACE + "*\\$$", "");
    }

    private Refused refused(Reason reason) {
        return new Refused(reason, example("1234.56"));
    }

    private String example(String dollars) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        return format.format(new BigDecimal(dollars));
    }
}
