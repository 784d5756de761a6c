package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.ActionLink;
import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.Badge;
import com.acme.dashboard.common.ui.Badge.Tone;
import com.acme.dashboard.common.ui.Dates;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.springframework.data.domain.PageRequest;

/** The newest invoices, each a link to its edit page. */
final class LatestInvoices extends Div {

    /** So many are shown. */
    static final int SHOWN = 5;

    private final EmptyState none = new EmptyState(
            Glyph.INVOICE,
            getTranslation("overview.no-invoices"),
            new ActionLink(getTranslation("invoices.create"), "dashboard/invoices/create"));
    private final LinkRows<InvoiceRow> rows =
            new LinkRows<>(Tag.UL, invoice -> "dashboard/invoices/" + invoice.id() + "/edit", this::content);

    LatestInvoices() {
        add(none, rows);
    }

    static List<InvoiceRow> read(InvoiceService invoices) {
        return invoices.page(InvoiceFilter.NONE, PageRequest.of(0, SHOWN));
    }

    void show(List<InvoiceRow> newest) {
        none.setVisible(newest.isEmpty());
        rows.setVisible(!newest.isEmpty());
        rows.show(newest);
    }

    private List<Component> content(InvoiceRow invoice) {
        var customer = Names.shown(invoice.customerName());
        var words = new Div(new Span(customer), new Span(Dates.format(invoice.date(), getLocale())));
        words.addClassName("list-words");
        words.getElement().setAttribute("title", customer);
        var amount = new Span(invoice.amount().format(getLocale()));
        amount.addClassName("money");
        var end = new Div(amount, badge(invoice.status()));
        end.addClassName("list-end");
        return List.of(Avatars.of(invoice.customerName(), invoice.customerImageUrl()), words, end);
    }

    private Badge badge(InvoiceStatus status) {
        return new Badge(
                status == InvoiceStatus.PAID ? Tone.GOOD : Tone.WAITING,
                getTranslation("invoices.status." + status.text()));
    }
}
