package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.component.UI;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser remembers of how someone likes to see the pages: a cookie, so that the server knows before the first byte. */
final class BrowserMemory {

    private static final int YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

    private BrowserMemory() {}

    static Optional<String> recall(Cookie @Nullable [] cookies, String name) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> name.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Has the browser remember it for a year. */
    static void remember(UI ui, String name, String value) {
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '; path=/; samesite=lax; max-age=' + $1",
                        name + "=" + value,
                        YEAR_IN_SECONDS);
    }
}
