package com.acme.dashboard.common;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets {@code @Min} and {@code @Max} in cents stand on a {@link Money}. */
@UnwrapByDefault
public final class MoneyExtractor implements ValueExtractor<@ExtractedValue(type = Long.class) Money> {

    @Override
    public void extractValues(Money money, ValueReceiver receiver) {
        receiver.value(null, money.cents());
    }
}
