package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.VaadinRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys that work on every page while nobody types; {@code ?} lists them. All of it happens in the browser
 * ({@code frontend/scripts/shortcuts.js}), which finds the page's search ({@code data-shortcut="search"}) and its
 * create link ({@code data-shortcut="create"}) by themselves. Turned off, as a browser remembers, it does nothing.
 */
@Tag("acme-shortcuts")
final class KeyboardShortcuts extends Component {

    private static final String COOKIE = "shortcuts";
    private static final String OFF = "off";

    KeyboardShortcuts(Map<String, Anchor> sections) {
        var pages = JacksonUtils.createArray();
        sections.forEach((letter, link) -> {
            var page = JacksonUtils.createObjectNode();
            page.put("key", letter);
            page.put("path", link.getHref());
            page.put("name", link.getElement().getTextRecursively());
            pages.add(page);
        });
        var texts = new LinkedHashMap<String, String>();
        for (var name :
                new String[] {"title", "go", "search", "create", "undo", "list", "save", "save-keys", "close"}) {
            texts.put(name, getTranslation("app.shortcuts." + name));
        }
        getElement().setPropertyJson("pages", pages);
        getElement().setPropertyMap("texts", Map.copyOf(texts));
        getElement().setAttribute("off", remembered());
    }

    /** Shows which keys there are, as {@code ?} does. */
    void list() {
        getElement().executeJs("this.list()");
    }

    boolean areOn() {
        return !getElement().hasAttribute("off");
    }

    /** Turns them on or off in this page, and has the browser remember it for a year. */
    void turn(boolean on) {
        getElement().setAttribute("off", !on);
        getUI().ifPresent(ui -> BrowserMemory.remember(ui, COOKIE, on ? "on" : OFF));
    }

    /** Whether the browser of the current request remembers that they are off. */
    private static boolean remembered() {
        var request = VaadinRequest.getCurrent();
        return request != null
                && BrowserMemory.recall(request.getCookies(), COOKIE)
                        .filter(OFF::equals)
                        .isPresent();
    }
}
