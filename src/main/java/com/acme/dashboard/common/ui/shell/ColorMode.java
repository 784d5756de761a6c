package com.acme.dashboard.common.ui.shell;

import com.acme.dashboard.common.ui.Glyph;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Light, dark, or what the system says. Remembered in a cookie of the browser, so that the first byte of a page has
 * the right colours already, on the sign-in page too.
 */
public enum ColorMode {
    SYSTEM(ColorScheme.Value.SYSTEM, Glyph.SYSTEM),
    LIGHT(ColorScheme.Value.LIGHT, Glyph.SUN),
    DARK(ColorScheme.Value.DARK, Glyph.MOON);

    private static final String COOKIE = "color-mode";

    private final ColorScheme.Value scheme;
    private final Glyph glyph;

    ColorMode(ColorScheme.Value scheme, Glyph glyph) {
        this.scheme = scheme;
        this.glyph = glyph;
    }

    Glyph glyph() {
        return glyph;
    }

    String textKey() {
        return "app.color-mode." + id();
    }

    /** The value of the CSS property {@code color-scheme}. */
    public String css() {
        return scheme.getValue();
    }

    /** Shows the page in this mode and has the browser remember it for a year. */
    void apply(UI ui) {
        ui.getPage().setColorScheme(scheme);
        BrowserMemory.remember(ui, COOKIE, id());
    }

    /** What the browser of the current request remembers; the system's mode where it remembers nothing. */
    static ColorMode remembered() {
        var request = VaadinRequest.getCurrent();
        return request == null ? SYSTEM : remembered(request);
    }

    static ColorMode remembered(VaadinRequest request) {
        return rememberedIn(request.getCookies());
    }

    /** What the browser that sends these cookies remembers; the system's mode where it remembers nothing. */
    public static ColorMode rememberedIn(Cookie @Nullable [] cookies) {
        return BrowserMemory.recall(cookies, COOKIE)
                .flatMap(id -> Arrays.stream(values())
                        .filter(mode -> mode.id().equals(id))
                        .findFirst())
                .orElse(SYSTEM);
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
