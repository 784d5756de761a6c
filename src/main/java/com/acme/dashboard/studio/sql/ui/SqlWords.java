package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.common.Characters;
import com.acme.dashboard.studio.sql.SqlFailed;
import com.acme.dashboard.studio.sql.SqlLimits;
import com.acme.dashboard.studio.sql.SqlRefused;
import com.acme.dashboard.studio.sql.SqlText;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.util.Locale;

/** What the SQL page says. */
final class SqlWords {

    private static final int HEADING = 120;

    private SqlWords() {}

    static String of(SqlRefused refused) {
        var reason = key(refused.reason());
        return switch (refused.reason()) {
            case TOO_LONG -> I18NProvider.translate("studio.sql.refused." + reason, SqlLimits.TEXT);
            case TOO_MANY -> I18NProvider.translate("studio.sql.refused." + reason, SqlLimits.STATEMENTS);
            default -> I18NProvider.translate("studio.sql.refused." + reason, refused.words());
        };
    }

    static String of(SqlFailed failed, Duration timeout) {
        var kind = key(failed.kind());
        return switch (failed.kind()) {
            case TIMEOUT -> I18NProvider.translate("studio.sql.failed." + kind, duration(timeout));
            case UNEXPECTED -> I18NProvider.translate("error.unexpected");
            default -> I18NProvider.translate("studio.sql.failed." + kind);
        };
    }

    /** A statement in one line. */
    static String line(SqlText statement) {
        var line = statement.sql().replaceAll("\\s+", " ");
        return Characters.count(line) <= HEADING ? line : Characters.first(line, HEADING - 1) + "…";
    }

    /** How long something took, such as {@code 12 ms} or {@code 1.25 s}. */
    static String took(Duration time) {
        return time.toSeconds() > 0
                ? I18NProvider.translate("studio.sql.seconds", time.toMillis() / 1000.0)
                : I18NProvider.translate("studio.sql.milliseconds", time.toNanos() / 1_000_000.0);
    }

    /** A time to choose, such as {@code 15 s} or {@code 5 min}. */
    static String duration(Duration time) {
        return time.toMinutes() > 0
                ? I18NProvider.translate("studio.sql.timeout.minutes", time.toMinutes())
                : I18NProvider.translate("studio.sql.timeout.seconds", time.toSeconds());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
