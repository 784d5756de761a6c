package com.acme.dashboard.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * The {@code sort} of a URL, such as {@code date,desc}, for a list that is sorted by one constant of an enum at a time. A
 * {@link Sort} names the constant by its {@linkplain #property name in lower case}.
 */
public final class SortParameter<E extends Enum<E>> {

    private final List<E> keys;
    private final Sort preset;

    /** For these constants, and the order of a list whose URL names none. */
    public SortParameter(Class<E> keys, Sort preset) {
        this.keys = List.of(keys.getEnumConstants());
        this.preset = preset;
    }

    /** The name of a constant in a {@link Sort} and in the URL, such as {@code date}. */
    public static String property(Enum<?> key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code date,desc} or {@code amount}; what is missing or malformed becomes the preset order. */
    public Sort read(@Nullable String parameter) {
        if (parameter == null) {
            return preset;
        }
        var parts = parameter.split(",", 2);
        var direction =
                parts.length == 1 ? Optional.of(Sort.Direction.ASC) : Sort.Direction.fromOptionalString(parts[1]);
        return find(parts[0])
                .flatMap(key -> direction.map(way -> Sort.by(way, property(key))))
                .orElse(preset);
    }

    /** The value of the parameter for the first order that is known here; empty for the preset order. */
    public Optional<String> write(Sort sort) {
        return sort.stream()
                .filter(order -> find(order.getProperty()).isPresent())
                .findFirst()
                .filter(order -> !Sort.by(order).equals(preset))
                .map(order ->
                        order.getProperty() + "," + order.getDirection().name().toLowerCase(Locale.ROOT));
    }

    /** The constant with that {@link #property}. */
    public Optional<E> find(String property) {
        return keys.stream().filter(key -> property(key).equals(property)).findFirst();
    }
}
