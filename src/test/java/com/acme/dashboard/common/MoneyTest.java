package com.acme.dashboard.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "en, 1999, 20",
        "en, 4455, 45",
        "en, 44800, 448",
        "en, 123456, 1.2K",
        "en, 1234567, 12.3K",
        "en, 2147483647, 21.5M",
        "de, 4455, 45",
        "de, 123456, 1.230",
        "de, 12345678, 123.000",
        "de, 214748364, '2,1 Mio.'"
    })
    void the_short_form_has_three_figures_at_most(Locale locale, long cents, String words) {
        assertThat(new Money(cents).formatShort(locale).replace('\u00a0', ' ')).isEqualTo(words);
    }
}
