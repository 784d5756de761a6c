package com.acme.dashboard.studio.sql;

import com.acme.dashboard.common.Characters;
import org.jspecify.annotations.Nullable;

/**
 * A value in the form that PostgreSQL writes.
 *
 * @param text null for none; otherwise as much of it as is kept
 * @param length how many characters the whole has
 */
public record ResultValue(@Nullable String text, int length) {

    /** Whether less is kept than there was. */
    public boolean cut() {
        return text != null && Characters.count(text) < length;
    }

    /** The text on one line, at most that long, with an ellipsis where it was longer; null for none. */
    public @Nullable String shown(int characters) {
        if (text == null) {
            return null;
        }
        return length <= characters ? text : Characters.first(text, characters - 1) + "…";
    }
}
