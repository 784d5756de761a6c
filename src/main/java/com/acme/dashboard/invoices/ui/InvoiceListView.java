package com.acme.dashboard.invoices.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The invoices. */
@Route("dashboard/invoices")
@PageTitle("invoices.title")
@Menu(title = "invoices.title", order = 2, icon = "invoice")
@PermitAll
class InvoiceListView extends Div {

    InvoiceListView() {
        add(new H1("Invoices"));
    }
}
