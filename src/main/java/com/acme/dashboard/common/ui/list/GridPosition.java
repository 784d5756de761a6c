package com.acme.dashboard.common.ui.list;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.EnumSet;
import java.util.Set;

/** Lets a list open again where it was left: after a form, with the browser's back button and after a reload. */
public final class GridPosition {

    /** A click on a link opens the list at its top. */
    private static final Set<NavigationTrigger> RETURNS =
            EnumSet.of(NavigationTrigger.UI_NAVIGATE, NavigationTrigger.HISTORY, NavigationTrigger.PAGE_LOAD);

    private static final String MODULE = "return import(new URL('scripts/grid-position.js', document.baseURI))";

    /** What a grid whose position is kept says of itself. */
    private static final String KEPT = GridPosition.class.getName();

    private GridPosition() {}

    /**
     * Keeps this grid's position in the browser, by address, from the navigation on that led to its page: later ones within
     * the page change nothing.
     */
    public static void keep(Grid<?> grid, AfterNavigationEvent event) {
        if (ComponentUtil.getData(grid, KEPT) != null) {
            return;
        }
        ComponentUtil.setData(grid, KEPT, true);
        grid.getElement()
                .executeJs(
                        MODULE + ".then(position => position.keep(this, $0, $1))",
                        event.getLocation().getPathWithQueryParameters(),
                        RETURNS.contains(event.getLocationChangeEvent().getTrigger()));
    }

    /** The lists of this tab open at their top again, for instance to show what was just created. */
    public static void forget(UI ui) {
        ui.getPage().executeJs(MODULE + ".then(position => position.forgetAll())");
    }
}
