package com.acme.dashboard.database.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times such as {@code 500ms}, {@code 5s}, {@code 2min} or {@code 1h}; a number alone counts seconds. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|min|m|h)?");

    @Override
    public Duration convert(String value) {
        var time = TIME.matcher(value);
        if (!time.matches()) {
            throw new TypeConversionException("\"%s\" is not a time such as 500ms, 5s or 2min".formatted(value));
        }
        long number = Long.parseLong(time.group(1));
        var duration = switch (time.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case null, default -> Duration.ofSeconds(number);
        };
        if (duration.toMillis() > Integer.MAX_VALUE) {
            throw new TypeConversionException(
                    "\"%s\" is longer than PostgreSQL waits, which is 24 days".formatted(value));
        }
        return duration;
    }
}
