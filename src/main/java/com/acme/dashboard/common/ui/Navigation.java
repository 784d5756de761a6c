package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;

/** Goes to pages of the application. */
public final class Navigation {

    private Navigation() {}

    /** Opens an own address with its query, as a link with it does; Vaadin takes path and query apart from each other. */
    public static void to(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Puts an own address in the place of the page's: the browser's back button does not lead to that again. */
    public static void replace(String address) {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(address));
    }
}
