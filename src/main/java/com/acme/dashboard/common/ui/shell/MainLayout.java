package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The shell around every page but sign-in: brand, navigation, who is signed in, and the page itself. Plain elements
 * instead of ready-made drawers, so that links and landmarks are where browsers, tests and assistive tools look for
 * them; the style sheet makes a sidebar of it, or bars at the top and bottom of a phone.
 */
@Layout
@PermitAll
public final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main main = new Main();
    private final MainNavigation navigation = new MainNavigation();
    private final RouteAnnouncer announcer = new RouteAnnouncer();

    MainLayout(SignedInPerson person, ObjectProvider<UserMenuItem> menuItems) {
        addClassName("shell");
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        var shortcuts = new KeyboardShortcuts(navigation.shortcuts());
        var sidebar = new Aside(brand(), navigation, new AccountPanel(person, menuItems, shortcuts));
        sidebar.addClassName("sidebar");
        sidebar.getElement().setAttribute("aria-label", getTranslation("app.name"));
        add(skipLink(), announcer, sidebar, main, shortcuts);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.markCurrent(pathOf(event));
        announcer.arrived(event);
    }

    /** The path of the page that is there now, such as {@code dashboard/invoices}: the router takes a slash at the end, too. */
    public static String pathOf(AfterNavigationEvent event) {
        return event.getLocation().getPath().replaceFirst("/+$", "");
    }

    private Anchor skipLink() {
        var link = new Anchor("#content", getTranslation("app.skip"));
        link.addClassName("skip-link");
        link.setRouterIgnore(true);
        return link;
    }

    private Anchor brand() {
        var mark = new Span("A");
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var brand = new Anchor("dashboard", mark, new Span(getTranslation("app.brand")));
        brand.addClassName("brand");
        return brand;
    }
}
