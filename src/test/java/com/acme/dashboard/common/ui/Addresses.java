package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;

/** What a person does with the browser's address bar. */
public final class Addresses {

    private Addresses() {}

    /** Opens a path with its parameters, such as {@code dashboard/invoices?status=paid}. */
    public static void open(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    /** The path with its parameters, a comma as it is. */
    public static String current() {
        return UI.getCurrent()
                .getActiveViewLocation()
                .getPathWithQueryParameters()
                .replace("%2C", ",");
    }
}
