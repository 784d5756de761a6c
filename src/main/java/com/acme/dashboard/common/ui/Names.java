package com.acme.dashboard.common.ui;

import com.vaadin.flow.i18n.I18NProvider;

/** Names of customers in headings, links and lists. */
public final class Names {

    private Names() {}

    /** The name, or words for one that another program left blank: a link without text could not be seen or followed. */
    public static String shown(String name) {
        return name.isBlank() ? I18NProvider.translate("common.nameless") : name;
    }
}
