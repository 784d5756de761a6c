package com.acme.dashboard.common.ui.shell;

import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** Who is signed in, a menu of what is theirs to choose, and the way out. */
final class AccountPanel extends Div {

    private final Map<ColorMode, MenuItem> modes = new EnumMap<>(ColorMode.class);

    AccountPanel(SignedInPerson person, ObjectProvider<UserMenuItem> menuItems, KeyboardShortcuts shortcuts) {
        addClassName("account");
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        menu.setTestId("user-menu");
        var root = menu.addItem(identity(person));
        root.setAriaLabel(getTranslation("app.account-of", person.name()));
        addColorModes(root.getSubMenu());
        addLanguages(root.getSubMenu());
        addShortcuts(root.getSubMenu(), shortcuts);
        menuItems.orderedStream().forEach(item -> add(root.getSubMenu(), item));
        add(menu, signOut(person));
    }

    private static Div identity(SignedInPerson person) {
        var name = new Span(person.name());
        name.addClassName("account-name");
        name.setTitle(person.name());
        var email = new Span(person.email());
        email.addClassName("account-email");
        email.setTitle(person.email());
        var words = new Div(name, email);
        words.addClassName("account-words");
        var identity = new Div(Avatars.of(person.name(), ""), words);
        identity.addClassName("account-identity");
        return identity;
    }

    private void addColorModes(SubMenu menu) {
        var current = ColorMode.remembered();
        for (var mode : ColorMode.values()) {
            var item = menu.addItem(line(mode.glyph(), mode.textKey()), click -> choose(mode));
            item.setCheckable(true);
            item.setChecked(mode == current);
            modes.put(mode, item);
        }
    }

    private void choose(ColorMode chosen) {
        modes.forEach((mode, item) -> item.setChecked(mode == chosen));
        getUI().ifPresent(chosen::apply);
    }

    private void addLanguages(SubMenu menu) {
        menu.addSeparator();
        for (var language : Language.values()) {
            var item = menu.addItem(language.ownName(), click -> getUI().ifPresent(language::apply));
            item.getElement().setAttribute("lang", language.code());
            item.setCheckable(true);
            item.setChecked(language == Language.of(getLocale()));
        }
    }

    /** Who speaks to the computer, or hits a key by accident, can do without keys of one letter (WCAG 2.1.4). */
    private void addShortcuts(SubMenu menu, KeyboardShortcuts shortcuts) {
        menu.addSeparator();
        menu.addItem(line(Glyph.KEYBOARD, "app.shortcuts.title"), click -> shortcuts.list());
        var item = menu.addItem(getTranslation("app.shortcuts.single"));
        item.setCheckable(true);
        item.setChecked(shortcuts.areOn());
        item.addClickListener(click -> shortcuts.turn(item.isChecked()));
    }

    private void add(SubMenu menu, UserMenuItem item) {
        menu.addItem(line(item.glyph(), item.textKey()), click -> item.choose());
    }

    private Component line(Glyph glyph, String textKey) {
        var line = new Div(glyph.create(), new Span(getTranslation(textKey)));
        line.addClassName("menu-line");
        return line;
    }

    private Button signOut(SignedInPerson person) {
        var words = getTranslation(person.wayOut());
        var button = new Button(
                words,
                Glyph.SIGN_OUT.create(),
                click -> getUI().ifPresent(ui -> UnsavedChanges.settle(ui, () -> leave(ui, person))));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("sign-out");
        // For a phone, where the icon stands alone; a tooltip would repeat the words in the page.
        button.getElement().setAttribute("title", words);
        button.setTestId("sign-out");
        return button;
    }

    /** The browser forgets what is unsaved first: it would hold the page back while the session ends. */
    private static void leave(UI ui, SignedInPerson person) {
        ui.getPage().executeJs("window.dispatchEvent(new Event('acme-signing-out'))");
        person.signOut();
    }
}
