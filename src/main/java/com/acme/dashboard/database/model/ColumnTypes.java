package com.acme.dashboard.database.model;

import com.acme.dashboard.common.schema.ColumnType;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/** The column type of each Java type that Spring Data JDBC stores without a converter. */
final class ColumnTypes {

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(Short.class, "smallint"),
            Map.entry(Integer.class, "integer"),
            Map.entry(Long.class, "bigint"),
            Map.entry(Float.class, "real"),
            Map.entry(Double.class, "double precision"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(BigInteger.class, "numeric"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(Instant.class, "timestamptz"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(byte[].class, "bytea"));

    private ColumnTypes() {}

    /** What the property or its class says, else what Java's type tells; throws {@link InvalidMapping} where neither does. */
    static String of(RelationalPersistentProperty property, Class<?> javaType) {
        var said = property.findAnnotation(ColumnType.class);
        if (said != null) {
            return said.value();
        }
        var type = ClassUtils.resolvePrimitiveIfNecessary(javaType);
        var saidByClass = type.getAnnotation(ColumnType.class);
        if (saidByClass != null) {
            return saidByClass.value();
        }
        var size = property.findAnnotation(Size.class);
        if (size != null && size.max() < Integer.MAX_VALUE && (type == String.class || type.isEnum())) {
            return "varchar(" + size.max() + ")";
        }
        var digits = property.findAnnotation(Digits.class);
        if (digits != null && type == BigDecimal.class) {
            return "numeric(" + (digits.integer() + digits.fraction()) + ", " + digits.fraction() + ")";
        }
        var known = ofClass(type);
        if (known == null) {
            throw new InvalidMapping("%s.%s is a %s, which has no column type: say one with @ColumnType."
                    .formatted(
                            property.getOwner().getType().getSimpleName(), property.getName(), type.getSimpleName()));
        }
        return known;
    }

    private static @Nullable String ofClass(Class<?> type) {
        if (type.isEnum()) {
            return TYPES.get(String.class);
        }
        if (type.isArray() && type != byte[].class) {
            var element = ofClass(ClassUtils.resolvePrimitiveIfNecessary(type.getComponentType()));
            return element == null ? null : element + "[]";
        }
        return TYPES.get(type);
    }
}
