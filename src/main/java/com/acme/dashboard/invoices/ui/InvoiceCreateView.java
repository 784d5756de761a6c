package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.Ids;
import com.acme.dashboard.common.ui.Breadcrumb;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.acme.dashboard.invoices.InvoiceService;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Creates an invoice; {@code ?customer=} preselects the customer. */
@Route(InvoiceCreateView.PATH)
@PageTitle("invoices.create")
@PermitAll
class InvoiceCreateView extends Div implements BeforeEnterObserver, BeforeLeaveObserver {

    static final String PATH = "dashboard/invoices/create";

    private final InvoiceService invoices;
    private final CustomerService customers;
    private final InvoiceActions actions;
    private final Clock clock;
    private @Nullable InvoiceEditor editor;

    InvoiceCreateView(InvoiceService invoices, CustomerService customers, InvoiceActions actions, Clock clock) {
        this.invoices = invoices;
        this.customers = customers;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var list = InvoiceListState.of(parameters);
        var customer = parameters.getSingleParameter("customer").flatMap(Ids::parse);
        editor = null;
        removeAll();
        add(new PageHeader(getTranslation("invoices.create"))
                .under(new Breadcrumb()
                        .link(getTranslation("invoices.title"), list.address())
                        .current(getTranslation("invoices.create"))));
        Failures.attempt(
                () -> open(
                        InvoiceDraft.blank(LocalDate.now(clock)).withCustomer(customer.orElse(null)),
                        InvoiceListState.wayBack(parameters)),
                () -> add(new FailedState(getTranslation("invoices.failed.form"))));
    }

    private void open(InvoiceDraft draft, String back) {
        editor = new InvoiceEditor(invoices, customers, actions, draft, back);
        add(editor);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            editor.guard(event);
        }
    }
}
