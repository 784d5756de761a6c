package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The app's own icons: the symbols of {@code frontend/icons/acme.svg}. */
public enum Glyph {
    DASHBOARD,
    INVOICE,
    CUSTOMERS,
    TODOS,
    STUDIO,
    PLUS,
    SEARCH,
    CHECK,
    CLOCK,
    CLOSE,
    EDIT,
    TRASH,
    MORE,
    CHEVRON,
    CALENDAR,
    DOWNLOAD,
    SIGN_OUT,
    SUN,
    MOON,
    SYSTEM,
    LOCK,
    KEYBOARD,
    WARNING,
    UNDO,
    RETRY,
    INBOX,
    GRIP,
    TABLE,
    VIEW,
    EXPAND;

    /** The file that holds every symbol, as a URL relative to the application. */
    public static final String SPRITE = "icons/acme.svg";

    /** The symbol's id in {@link #SPRITE}, for templates that build the icon in the browser. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A new, decorative icon: what it stands for must also be said in words nearby or in a label. */
    public SvgIcon create() {
        return icon(symbol());
    }

    /**
     * The same as markup of a template that is filled in the browser: where hundreds stand in rows, a component for each would
     * be most of what showing them costs.
     */
    public String markup() {
        return markup(symbol());
    }

    /** Markup of the icon whose symbol the template says, such as {@code ${item.symbol}}. */
    public static String markup(String symbol) {
        return "<svg class=\"glyph\" aria-hidden=\"true\"><use href=\"%s#%s\"></use></svg>".formatted(SPRITE, symbol);
    }

    /** The same as {@link #create()}, of the symbol with that id in {@link #SPRITE}, such as a menu entry names. */
    public static SvgIcon icon(String symbol) {
        var icon = new SvgIcon(SPRITE, symbol);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
