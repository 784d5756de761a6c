package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys that work on every page while nobody types; {@code ?} lists them. All of it happens in the browser
 * ({@code frontend/scripts/shortcuts.js}), which finds the page's search ({@code data-shortcut="search"}) and its
 * create link ({@code data-shortcut="create"}) by themselves.
 */
@Tag("acme-shortcuts")
final class KeyboardShortcuts extends Component {

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
        for (var name : new String[] {"title", "go", "search", "create", "undo", "list", "close"}) {
            texts.put(name, getTranslation("app.shortcuts." + name));
        }
        getElement().setPropertyJson("pages", pages);
        getElement().setPropertyMap("texts", Map.copyOf(texts));
    }
}
