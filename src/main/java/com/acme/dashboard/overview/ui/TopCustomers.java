package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerRow;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.customers.CustomerSort;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** Who has paid most, each a link to the customer, with a bar as long as their part of what the first has paid. */
final class TopCustomers extends Div {

    /** So many are shown. */
    static final int SHOWN = 5;

    private final EmptyState none = new EmptyState(Glyph.CUSTOMERS, getTranslation("overview.no-top-customers"));
    private final LinkRows<Place> rows = new LinkRows<>(
            Tag.OL, place -> "dashboard/customers/" + place.customer().id(), this::content);

    TopCustomers() {
        add(none, rows);
    }

    static List<CustomerRow> read(CustomerService customers) {
        var byPaid = Sort.by(Sort.Direction.DESC, CustomerSort.PAID.property());
        return customers.page(CustomerFilter.NONE, PageRequest.of(0, SHOWN, byPaid)).stream()
                .filter(customer -> customer.paid().compareTo(Money.ZERO) > 0)
                .toList();
    }

    void show(List<CustomerRow> best) {
        none.setVisible(best.isEmpty());
        rows.setVisible(!best.isEmpty());
        rows.show(best.stream()
                .map(customer -> new Place(
                        customer,
                        customer.paid().cents() * 100 / best.getFirst().paid().cents()))
                .toList());
    }

    private List<Component> content(Place place) {
        var customer = place.customer();
        var name = new Span(Names.shown(customer.name()));
        name.getElement().setAttribute("title", name.getText());
        var part = new Div();
        part.setWidth(place.percent() + "%");
        var bar = new Div(part);
        bar.addClassName("top-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var words = new Div(name, bar);
        words.addClassName("list-words");
        var paid = new Span(customer.paid().format(getLocale()));
        paid.addClassName("money");
        var rest = new Span(getTranslation(
                "overview.top-customers.detail",
                customer.invoiceCount(),
                customer.pending().format(getLocale())));
        rest.addClassNames("top-detail", "figures");
        var end = new Div(paid, rest);
        end.addClassName("list-end");
        return List.of(Avatars.of(customer.name(), customer.imageUrl()), words, end);
    }

    /** One of the best, with how much they have paid in percent of what the first has. */
    private record Place(CustomerRow customer, long percent) {}
}
