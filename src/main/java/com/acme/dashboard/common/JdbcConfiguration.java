package com.acme.dashboard.common;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

/** How values of ours stand in columns: money as whole cents, and what the features add as {@link ColumnConverters}. */
@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, ObjectProvider<ColumnConverters> converters) {
        return JdbcCustomConversions.of(
                dialect,
                converters.stream().flatMap(of -> of.converters().stream()).toList());
    }

    @Bean
    ColumnConverters moneyConverters() {
        return ColumnConverters.of(new MoneyToCents(), new CentsToMoney());
    }

    @WritingConverter
    private static final class MoneyToCents implements Converter<Money, Integer> {
        @Override
        public Integer convert(Money money) {
            return Math.toIntExact(money.cents());
        }
    }

    @ReadingConverter
    private static final class CentsToMoney implements Converter<Integer, Money> {
        @Override
        public Money convert(Integer cents) {
            return new Money(cents);
        }
    }
}
