package com.acme.dashboard.invoices.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The invoices. */
@Route("dashboard/invoices")
@PageTitle("Invoices · Acme Dashboard")
@Menu(title = "Invoices", order = 2)
@PermitAll
class InvoiceListView extends Div {

    InvoiceListView() {
        add(new H1("Invoices"));
    }
}
