package com.acme.dashboard.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.common.MoneyInput.Amount;
import com.acme.dashboard.common.MoneyInput.Reason;
import com.acme.dashboard.common.MoneyInput.Refused;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void every_cent_from_0_01_to_1000_00_is_read_exactly(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var grammar = new MoneyGrammar(locale);
        var decimal = tag.startsWith("de") ? "," : ".";
        for (var cents = 1; cents <= 100_000; cents++) {
            var typed = "%d%s%02d".formatted(cents / 100, decimal, cents % 100);
            assertThat(grammar.parse(typed)).as(typed).isEqualTo(new Amount(new Money(cents)));
            assertThat(grammar.parse(new Money(cents).formatPlain(locale))).isEqualTo(new Amount(new Money(cents)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | 299.99 | 29999",
                "en-US | $299.99 | 29999",
                "en-US | $ 299.99 | 29999",
                "en-US | 1,234.56 | 123456",
                "en-US | 1,234 | 123400",
                "en-US | 1,234,567.8 | 123456780",
                "en-US | 1 234.56 | 123456",
                "en-US | .5 | 50",
                "en-US | 5. | 500",
                "en-US | 007 | 700",
                "en-US | 0.01 | 1",
                "en-US | 21474836.47 | 2147483647",
                "en-US | 21,474,836.47 | 2147483647",
                "de-DE | 299,99 | 29999",
                "de-DE | 1.234,56 | 123456",
                "de-DE | 1.234,56 $ | 123456",
                "de-DE | 1.234 | 123400",
                "de-DE | 21.474.836,47 | 2147483647",
                "fr-FR | 1 234,56 | 123456",
                "de-CH | 1’234.56 | 123456",
            })
    void an_amount_is_read_the_way_the_locale_writes_it(String tag, String typed, long cents) {
        assertThat(MoneyInput.parse(typed, Locale.forLanguageTag(tag))).isEqualTo(new Amount(new Money(cents)));
    }

    @ParameterizedTest
    @CsvSource({"58, true", "59, false"})
    void an_amount_may_be_sixty_characters_long(int zeros, boolean read) {
        assertThat(MoneyInput.parse("0".repeat(zeros) + "7.", Locale.US) instanceof Amount)
                .isEqualTo(read);
    }

    @Test
    void spaces_around_and_between_the_thousands_may_be_of_any_kind() {
        for (var space : new String[] {" ", "\u00a0", "\u202f"}) {
            assertThat(MoneyInput.parse(space + "1" + space + "234.56" + space, Locale.US))
                    .isEqualTo(new Amount(new Money(123_456)));
            assertThat(MoneyInput.parse("1" + space + "234,56" + space + "$", Locale.GERMANY))
                    .isEqualTo(new Amount(new Money(123_456)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "en-US||EMPTY",
                "en-US|   |EMPTY",
                "en-US|\u00a0|EMPTY",
                "en-US|abc|NOT_A_NUMBER",
                "en-US|1e9|NOT_A_NUMBER",
                "en-US|$|NOT_A_NUMBER",
                "en-US|.|NOT_A_NUMBER",
                "en-US|-|NOT_A_NUMBER",
                "en-US|+5|NOT_A_NUMBER",
                "en-US|5$5|NOT_A_NUMBER",
                "en-US|--5|NOT_A_NUMBER",
                "en-US|5 €|NOT_A_NUMBER",
                "en-US|$$$5|NOT_A_NUMBER",
                "en-US|0x1F|NOT_A_NUMBER",
                "en-US|NaN|NOT_A_NUMBER",
                "en-US|Infinity|NOT_A_NUMBER",
                "en-US|١٢٣|NOT_A_NUMBER",
                "en-US|１２３|NOT_A_NUMBER",
                "en-US|0|NOT_POSITIVE",
                "en-US|0.00|NOT_POSITIVE",
                "en-US|-1|NOT_POSITIVE",
                "en-US|−1|NOT_POSITIVE",
                "en-US|-$5.00|NOT_POSITIVE",
                "en-US|$-5.00|NOT_POSITIVE",
                "en-US|1.2345|TOO_MANY_DECIMALS",
                "en-US|0.001|TOO_MANY_DECIMALS",
                "en-US|0.125|TOO_MANY_DECIMALS",
                "en-US|1234.567|TOO_MANY_DECIMALS",
                "de-DE|1,2345|TOO_MANY_DECIMALS",
                "de-DE|1.234,567|TOO_MANY_DECIMALS",
                "en-US|1,23|AMBIGUOUS",
                "en-US|1.234,56|AMBIGUOUS",
                "en-US|1.234.567|AMBIGUOUS",
                "en-US|1,2345|AMBIGUOUS",
                "en-US|1 23|AMBIGUOUS",
                "en-US|12,34,567|AMBIGUOUS",
                "de-DE|1,234.56|AMBIGUOUS",
                "de-DE|299.99|AMBIGUOUS",
                "en-US|21474836.48|TOO_LARGE",
                "en-US|99999999999|TOO_LARGE",
                "en-US|99999999999999999999999999999999999999999999999|TOO_LARGE",
            })
    void what_is_no_amount_is_refused_with_its_reason(String tag, String typed, Reason reason) {
        var locale = Locale.forLanguageTag(tag);
        assertThat(MoneyInput.parse(typed == null ? "" : typed, locale))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.example()).isEqualTo(tag.startsWith("de") ? "1.234,56" : "1,234.56");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " ", ",", "$ "})
    void what_is_longer_than_any_amount_is_none_and_is_not_looked_through(String typed) {
        assertThat(MoneyInput.parse(typed.repeat(200_000) + "x", Locale.US))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_A_NUMBER));
    }

    /** Overlong or thousands of another country: the person is shown their own number the one way and told of the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | 1.234   | 1,234.00",
                "en-US | 19.999  | 19,999.00",
                "en-US | $19.999 | 19,999.00",
                "en-US | 300.000 | 300,000.00",
                "de-DE | 1,234   | 1.234,00",
                "de-DE | 19,999  | 19.999,00",
            })
    void three_digits_behind_the_decimal_separator_may_be_thousands_or_too_many_decimals(
            String tag, String typed, String asThousands) {
        var locale = Locale.forLanguageTag(tag);
        assertThat(MoneyInput.parse(typed, locale)).isEqualTo(new Refused(Reason.THOUSANDS_OR_DECIMALS, asThousands));
        assertThat(MoneyInput.parse(asThousands, locale)).isInstanceOf(Amount.class);
    }

    @ParameterizedTest
    @EnumSource
    void each_reason_has_a_text(Reason reason) {
        var texts = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);
        assertThat(texts.getString(reason.messageKey())).isNotBlank();
    }

    @Test
    void an_amount_is_shown_the_way_the_locale_writes_it() {
        assertThat(new Money(123_456).format(Locale.US)).isEqualTo("$1,234.56");
        assertThat(new Money(123_456).format(Locale.GERMANY)).isEqualTo("1.234,56\u00a0$");
        assertThat(new Money(-5).format(Locale.US)).isEqualTo("-$0.05");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 123456, 1234.56", "en-US, 150, 1.50", "en-US, 100000000, 1000000.00", "de-DE, 100000, '1000,00'"
    })
    void an_amount_stands_in_a_field_without_groups_and_with_its_cents(String tag, long cents, String text) {
        assertThat(new Money(cents).formatPlain(Locale.forLanguageTag(tag))).isEqualTo(text);
    }

    @Test
    void amounts_are_added_exactly_or_not_at_all() {
        assertThat(new Money(1).plus(new Money(2))).isEqualTo(new Money(3));
        assertThat(new Money(1).plus(Money.ZERO)).isEqualTo(new Money(1));
        var most = new Money(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    }
}
