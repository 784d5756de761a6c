package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.ActionLink;
import com.acme.dashboard.common.ui.BackgroundReading;
import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.Skeleton;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.customers.CustomersChanged;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoicesChanged;
import com.acme.dashboard.overview.RevenueService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The page people open every morning: what came in, what is open, the latest invoices, the best customers. */
@Route("dashboard")
@PageTitle("overview.title")
@Menu(title = "overview.title", order = 1, icon = "dashboard")
@PermitAll
@StyleSheet("styles/overview.css")
class DashboardView extends Div implements BeforeEnterObserver {

    private final RevenueCard revenue;

    DashboardView(
            InvoiceService invoices,
            CustomerService customers,
            RevenueService books,
            BackgroundReading background,
            Changes changes,
            Clock clock) {
        addClassName("overview");
        var cards = new TotalCards();
        var totals = new Part<>(
                "totals",
                background,
                () -> TotalCards.Totals.read(invoices, customers, clock),
                cards,
                cards::show,
                skeleton(4, "total-cards-shape"));
        revenue = new RevenueCard(
                books,
                invoices,
                background,
                clock,
                chosen -> UI.getCurrent().navigate(DashboardView.class, chosen.toQueryParameters()));
        var latestRows = new LatestInvoices();
        var latest = new Part<>(
                "latest",
                background,
                () -> LatestInvoices.read(invoices),
                latestRows,
                latestRows::show,
                skeleton(LatestInvoices.SHOWN, "list-shape"));
        var topRows = new TopCustomers();
        var top = new Part<>(
                "top",
                background,
                () -> TopCustomers.read(customers),
                topRows,
                topRows::show,
                skeleton(TopCustomers.SHOWN, "list-shape"));
        changes.listen(this, InvoicesChanged.class, () -> {
            totals.refresh();
            revenue.refresh();
            latest.refresh();
            top.refresh();
        });
        changes.listen(this, CustomersChanged.class, () -> {
            totals.refresh();
            latest.refresh();
            top.refresh();
        });
        add(
                new PageHeader(
                        getTranslation("overview.title"),
                        ActionLink.create(getTranslation("invoices.create"), "dashboard/invoices/create")),
                totals,
                revenue,
                card("latest-invoices", new H2(getTranslation("overview.latest")), latest),
                card("top-customers", topHeading(), top));
    }

    /** Before anything is attached and read, so that the first thing the chart reads is what the URL says. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        revenue.show(ChartState.of(event.getLocation().getQueryParameters()));
    }

    private Div topHeading() {
        var by = new Span(getTranslation("overview.top-customers.by-paid"));
        by.addClassNames("muted", "small");
        var heading = new Div(new H2(getTranslation("overview.top-customers")), by);
        heading.addClassName("top-heading");
        return heading;
    }

    private static Section card(String testId, Component heading, Part<?> part) {
        var card = new Section(heading, part);
        card.addClassNames("card", testId);
        card.setTestId(testId);
        return card;
    }

    private static Skeleton skeleton(int rows, String shape) {
        var skeleton = new Skeleton(rows);
        skeleton.addClassName(shape);
        return skeleton;
    }
}
