package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.Component;
import java.util.UUID;

/**
 * A part of a detail page that another feature contributes, such as the invoices on a customer's page: the page shows
 * every bean of this type that is for it, so that neither feature knows the other.
 */
public interface DetailSection {

    /** The path of the section of the app whose detail pages this is for, such as {@code dashboard/customers}. */
    String path();

    /**
     * The part for the thing with this id.
     *
     * @param address the page's, with its query, for links whose pages lead back to it
     */
    Component of(UUID id, String address);
}
