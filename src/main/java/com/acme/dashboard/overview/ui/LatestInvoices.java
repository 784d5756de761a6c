package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.ActionLink;
import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.Badge;
import com.acme.dashboard.common.ui.Badge.Tone;
import com.acme.dashboard.common.ui.Dates;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.springframework.data.domain.PageRequest;

/** The newest invoices, each a link to its edit page. */
final class LatestInvoices extends Div {

    /** So many are shown. */
    static final int SHOWN = 5;

    static List<InvoiceRow> read(InvoiceService invoices) {
        return invoices.page(InvoiceFilter.NONE, PageRequest.of(0, SHOWN));
    }

    void show(List<InvoiceRow> newest) {
        removeAll();
        if (newest.isEmpty()) {
            var create = new ActionLink(getTranslation("invoices.create"), "dashboard/invoices/create");
            add(new EmptyState(Glyph.INVOICE, getTranslation("overview.no-invoices"), create));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("list-rows");
        newest.forEach(invoice -> list.add(new ListItem(row(invoice))));
        add(list);
    }

    private Anchor row(InvoiceRow invoice) {
        var words = new Div(new Span(invoice.customerName()), new Span(Dates.format(invoice.date(), getLocale())));
        words.addClassName("list-words");
        words.getElement().setAttribute("title", invoice.customerName());
        var amount = new Span(invoice.amount().format(getLocale()));
        amount.addClassName("money");
        var end = new Div(amount, badge(invoice.status()));
        end.addClassName("list-end");
        var row = new Anchor(
                "dashboard/invoices/" + invoice.id() + "/edit",
                Avatars.of(invoice.customerName(), invoice.customerImageUrl()),
                words,
                end);
        row.addClassName("list-row");
        return row;
    }

    private Badge badge(InvoiceStatus status) {
        return new Badge(
                status == InvoiceStatus.PAID ? Tone.GOOD : Tone.WAITING,
                getTranslation("invoices.status." + status.text()));
    }
}
