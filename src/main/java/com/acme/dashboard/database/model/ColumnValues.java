package com.acme.dashboard.database.model;

import com.acme.dashboard.common.schema.ColumnValue;
import com.acme.dashboard.database.schema.Literals;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ReflectionUtils;

/** The values of an enum as they stand in its columns. */
final class ColumnValues {

    private ColumnValues() {}

    /** The condition that a column holds one of them. */
    static String condition(RelationalPersistentProperty property, String column) {
        return column
                + of(property.getType()).stream().map(Literals::quote).collect(Collectors.joining(", ", " in (", ")"));
    }

    private static List<String> of(Class<?> type) {
        var value = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ColumnValue.class))
                .findFirst();
        var values = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            values.add(value.map(method -> ask(method, constant)).orElseGet(() -> ((Enum<?>) constant).name()));
        }
        if (values.isEmpty()) {
            throw new InvalidMapping("The enum %s has no values.".formatted(type.getSimpleName()));
        }
        return values;
    }

    private static String ask(Method method, Object constant) {
        try {
            ReflectionUtils.makeAccessible(method);
            return String.valueOf(method.invoke(constant));
        } catch (IllegalAccessException | InvocationTargetException | IllegalArgumentException e) {
            throw new InvalidMapping(
                    "%s.%s() does not tell the text of %s: it takes no argument and never fails."
                            .formatted(method.getDeclaringClass().getSimpleName(), method.getName(), constant),
                    e);
        }
    }
}
