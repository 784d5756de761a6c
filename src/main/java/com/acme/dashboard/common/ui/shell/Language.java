package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A language that all texts exist in, and with it how dates and money are written. What someone has chosen is remembered
 * in a cookie, so that the sign-in page speaks it, too; until then it is the browser's, or else English.
 */
public enum Language {
    ENGLISH(Locale.US),
    GERMAN(Locale.GERMANY);

    private static final String COOKIE = "language";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language for the answer to a request. */
    public static Language of(HttpServletRequest request) {
        return of(request.getCookies(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), request.getLocales());
    }

    static Language of(VaadinRequest request) {
        return of(request.getCookies(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), request.getLocales());
    }

    private static Language of(
            Cookie @Nullable [] cookies, @Nullable String acceptLanguage, Enumeration<Locale> locales) {
        // Where the browser names no language, these locales are the server's own (Servlet specification, 3.10).
        return chosen(cookies).orElseGet(() -> namesLanguage(acceptLanguage) ? asked(locales) : ENGLISH);
    }

    private static boolean namesLanguage(@Nullable String acceptLanguage) {
        return acceptLanguage != null && acceptLanguage.chars().anyMatch(Character::isLetter);
    }

    private static Optional<Language> chosen(Cookie @Nullable [] cookies) {
        return BrowserMemory.recall(cookies, COOKIE).flatMap(Language::ofCode);
    }

    static Language of(Locale locale) {
        return ofCode(locale.getLanguage()).orElse(ENGLISH);
    }

    private static Language asked(Enumeration<Locale> locales) {
        while (locales.hasMoreElements()) {
            var language = ofCode(locales.nextElement().getLanguage());
            if (language.isPresent()) {
                return language.get();
            }
        }
        return ENGLISH;
    }

    private static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    static List<Locale> locales() {
        return Arrays.stream(values()).map(Language::locale).toList();
    }

    /** How dates and money are written. */
    public Locale locale() {
        return locale;
    }

    /** The language's ISO 639 code, as the attribute {@code lang} names it. */
    public String code() {
        return locale.getLanguage();
    }

    /** What the language calls itself. */
    String ownName() {
        return locale.getDisplayLanguage(locale);
    }

    /** Shows the session's pages in this language, from now on; unsaved fields are offered again after they have been loaded anew. */
    void apply(UI ui) {
        BrowserMemory.remember(ui, COOKIE, code());
        ui.getSession().setLocale(locale);
        for (var open : ui.getSession().getUIs()) {
            var _ = open.access(() -> open.getPage().reload());
        }
    }
}
