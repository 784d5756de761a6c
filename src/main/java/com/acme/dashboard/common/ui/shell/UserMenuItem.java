package com.acme.dashboard.common.ui.shell;

import com.acme.dashboard.common.ui.Glyph;

/** A line that a feature adds to the user's menu in the shell: every bean of this type, in their {@code @Order}. */
public interface UserMenuItem {

    /** The key of its text. */
    String textKey();

    /** The icon before the text. */
    Glyph glyph();

    /** What choosing it does, in the user's UI. */
    void choose();
}
