package com.acme.dashboard.invoices;

import com.acme.dashboard.common.ColumnConverters;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** The status stands in its column in lower case; exports have their limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportLimits.class)
class InvoiceConfiguration {

    @Bean
    ColumnConverters invoiceStatusConverters() {
        return ColumnConverters.of(new StatusToText(), new TextToStatus());
    }

    @WritingConverter
    private static final class StatusToText implements Converter<InvoiceStatus, String> {
        @Override
        public String convert(InvoiceStatus status) {
            return status.text();
        }
    }

    @ReadingConverter
    private static final class TextToStatus implements Converter<String, InvoiceStatus> {
        @Override
        public InvoiceStatus convert(String text) {
            return InvoiceStatus.ofText(text).orElseThrow(() -> new IllegalArgumentException("No status: " + text));
        }
    }
}
