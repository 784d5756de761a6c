package com.acme.dashboard.common;

import java.util.List;
import org.springframework.core.convert.converter.Converter;

/** The converters between a feature's own types and columns: a bean of this type is picked up by Spring Data JDBC. */
public record ColumnConverters(List<Converter<?, ?>> converters) {

    /** The converters of one type, usually one for each way. */
    public static ColumnConverters of(Converter<?, ?>... converters) {
        return new ColumnConverters(List.of(converters));
    }
}
