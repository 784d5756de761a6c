package com.acme.dashboard.common.ui.shell;

import com.acme.dashboard.common.ui.Glyph;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The links to the sections that the user may see, from {@code @Menu}: its title is the key of the section's name, its
 * icon a symbol of {@link Glyph#SPRITE}.
 */
final class MainNavigation extends Nav {

    private static final String HOME = "dashboard";

    private final Map<String, Anchor> links = new LinkedHashMap<>();

    MainNavigation() {
        addClassName("main-navigation");
        setAriaLabel(getTranslation("app.navigation"));
        var list = new UnorderedList();
        MenuConfiguration.getMenuEntries().forEach(entry -> list.add(item(entry)));
        add(list);
    }

    /** Marks the link of the section that a page belongs to, nested pages included, with {@code aria-current}. */
    void markCurrent(String path) {
        var current = sectionOf(path).orElse(null);
        links.forEach((section, link) -> setCurrent(link, section.equals(current)));
    }

    /** The letter that follows {@code g} for each section, with the section's path and name. */
    Map<String, Anchor> shortcuts() {
        var shortcuts = new LinkedHashMap<String, Anchor>();
        links.forEach((path, link) -> shortcuts.putIfAbsent(letter(path), link));
        return shortcuts;
    }

    private Optional<String> sectionOf(String path) {
        return links.keySet().stream()
                .filter(section -> path.equals(section) || (!section.equals(HOME) && path.startsWith(section + "/")))
                .max(Comparator.comparingInt(String::length));
    }

    private ListItem item(MenuEntry entry) {
        var path = entry.path().replaceFirst("^/", "");
        var link = new Anchor(path);
        @Nullable String icon = entry.icon();
        if (icon != null) {
            link.add(Glyph.icon(icon));
        }
        link.add(new Span(getTranslation(entry.title())));
        links.put(path, link);
        // Beside the link, not in it: the hint is no part of the link's name.
        var hint = new Span("g " + letter(path));
        hint.addClassName("key-hint");
        hint.getElement().setAttribute("aria-hidden", "true");
        return new ListItem(link, hint);
    }

    private static String letter(String path) {
        var section = path.substring(path.lastIndexOf('/') + 1);
        return section.substring(0, 1);
    }

    private static void setCurrent(Anchor link, boolean current) {
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}
