package com.acme.dashboard.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "en, 0, 0",
        "en, 1, <1",
        "en, 99, <1",
        "en, 100, 1",
        "en, 1999, 20",
        "en, 4455, 45",
        "en, 44800, 448",
        "en, 123456, 1.2K",
        "en, 1234567, 12.3K",
        "en, 12345678, 123K",
        "en, 2147483647, 21.5M",
        "de, 99, <1",
        "de, 4455, 45",
        "de, 123456, 1.235",
        "de, 12345678, 123.457",
        "de, 99999999, '1 Mio.'",
        "de, 214748364, '2,1 Mio.'"
    })
    void the_short_form_is_exact_to_a_dollar_where_the_language_does_not_abbreviate(
            Locale locale, long cents, String words) {
        assertThat(new Money(cents).formatShort(locale).replace('\u00a0', ' ')).isEqualTo(words);
    }
}
