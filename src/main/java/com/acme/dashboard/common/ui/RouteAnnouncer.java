package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import org.jspecify.annotations.Nullable;

/**
 * Does for a page that another one leads to what a browser does for one that it loads: says its title to screen readers,
 * begins at its top and gives it the focus that was lost with the page before
 * ({@code frontend/scripts/route-announcer.js}).
 */
@Tag("acme-route-announcer")
final class RouteAnnouncer extends HtmlContainer {

    private @Nullable String path;

    RouteAnnouncer() {
        addClassName("visually-hidden");
        setTestId("route-announcer");
        getElement().setAttribute("role", "status");
    }

    /** Another page, or the same one for another query, is there. */
    void arrived(AfterNavigationEvent event) {
        var before = path;
        path = MainLayout.pathOf(event);
        if (before == null || before.equals(path)) {
            return;
        }
        // The title is set only after this.
        var ui = UI.getCurrentOrThrow();
        ui.beforeClientResponse(this, response -> setText(ui.getInternals().getTitle()));
        // Going back leads to where one was; the browser sees to that.
        var trigger = event.getLocationChangeEvent().getTrigger();
        getElement().executeJs("this.arrive($0)", trigger != NavigationTrigger.HISTORY);
    }
}
