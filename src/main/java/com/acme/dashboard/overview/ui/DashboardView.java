package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.ActionLink;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceService;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The page people open every morning: what came in, what is open, the latest invoices. */
@Route("dashboard")
@PageTitle("overview.title")
@Menu(title = "overview.title", order = 1, icon = "dashboard")
@PermitAll
@StyleSheet("styles/overview.css")
class DashboardView extends Div {

    DashboardView(InvoiceService invoices, CustomerService customers, Clock clock) {
        addClassName("overview");
        add(
                new PageHeader(
                        getTranslation("overview.title"),
                        ActionLink.create(getTranslation("invoices.create"), "dashboard/invoices/create")),
                new Part(() -> new TotalCards(invoices, customers, clock)),
                new Part(() -> new LatestInvoices(invoices)));
    }
}
