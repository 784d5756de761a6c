package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.Ids;
import com.acme.dashboard.common.ui.Breadcrumb;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceService;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Changes or deletes one invoice. */
@Route("dashboard/invoices/:id/edit")
@PageTitle("invoices.edit-title")
@PermitAll
class InvoiceEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver {

    private final InvoiceService invoices;
    private final CustomerService customers;
    private final InvoiceActions actions;
    private @Nullable InvoiceEditor editor;

    InvoiceEditView(InvoiceService invoices, CustomerService customers, InvoiceActions actions) {
        this.invoices = invoices;
        this.customers = customers;
        this.actions = actions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var list = InvoiceListState.of(parameters);
        editor = null;
        removeAll();
        var header = new PageHeader(getTranslation("invoices.edit-title"))
                .under(new Breadcrumb()
                        .link(getTranslation("invoices.title"), list.address())
                        .current(getTranslation("invoices.edit-title")));
        add(header);
        Failures.attempt(
                () -> open(event, InvoiceListState.wayBack(parameters), header),
                () -> add(new FailedState(getTranslation("invoices.failed.one"))));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            editor.guard(event);
        }
    }

    private void open(BeforeEnterEvent event, String back, PageHeader header) {
        var id = event.getRouteParameters().get("id").flatMap(Ids::parse);
        var found = id.flatMap(invoices::draft);
        if (found.isPresent()) {
            header.addAction(new PdfLink(invoices, id.orElseThrow()));
            editor = new InvoiceEditor(invoices, customers, actions, found.get(), back);
            add(editor);
        } else {
            event.rerouteToError(NotFoundException.class);
        }
    }
}
