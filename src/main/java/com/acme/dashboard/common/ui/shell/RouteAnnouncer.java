package com.acme.dashboard.common.ui.shell;

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

    /** Another page, or the same one for another query, is there: one with a title of its own counts as another page. */
    void arrived(AfterNavigationEvent event) {
        var before = path;
        var now = MainLayout.pathOf(event);
        path = now;
        if (before == null) {
            return;
        }
        var ui = UI.getCurrentOrThrow();
        var titleBefore = ui.getInternals().getTitle();
        // Going back leads to where one was; the browser sees to that.
        var fromTop = event.getLocationChangeEvent().getTrigger() != NavigationTrigger.HISTORY;
        // The title is set only after this.
        ui.beforeClientResponse(this, response -> {
            var title = ui.getInternals().getTitle();
            if (!before.equals(now) || !title.equals(titleBefore)) {
                setText(title);
                getElement().executeJs("this.arrive($0)", fromTop);
            }
        });
    }
}
