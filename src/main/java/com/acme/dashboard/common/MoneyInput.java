package com.acme.dashboard.common;

import java.util.Locale;

/** What became of an amount that a person typed: an {@link Amount}, or {@link Refused} with the reason. */
public sealed interface MoneyInput {

    /** The largest amount, $21,474,836.47: what the {@code integer} column of cents holds. */
    Money MAX = new Money(Integer.MAX_VALUE);

    /** The text is an amount. */
    record Amount(Money money) implements MoneyInput {}

    /**
     * The text is none, and why; the example shows an amount in the person's locale. Of three digits behind the decimal
     * separator it is what was typed, read as thousands.
     */
    record Refused(Reason reason, String example) implements MoneyInput {}

    /** Why a text is no amount. */
    enum Reason {
        EMPTY("money.empty"),
        NOT_A_NUMBER("money.not-a-number"),
        AMBIGUOUS("money.ambiguous"),
        THOUSANDS_OR_DECIMALS("money.thousands-or-decimals"),
        TOO_MANY_DECIMALS("money.too-many-decimals"),
        NOT_POSITIVE("money.not-positive"),
        TOO_LARGE("money.too-large");

        private final String messageKey;

        Reason(String messageKey) {
            this.messageKey = messageKey;
        }

        /** The key of the text that tells it; parameter {0} is the example. */
        public String messageKey() {
            return messageKey;
        }
    }

    /**
     * Reads dollars with at most two decimals, written the way of that locale, with or without {@code $} and grouping:
     * {@code 299.99}, {@code $1,234.56}, in German {@code 1.234,56}. What could mean two amounts, such as {@code 1.234}
     * in English, is refused rather than guessed.
     */
    static MoneyInput parse(String text, Locale locale) {
        return new MoneyGrammar(locale).parse(text);
    }
}
