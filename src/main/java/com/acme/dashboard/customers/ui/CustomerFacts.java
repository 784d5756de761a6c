package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.customers.CustomerRow;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import org.springframework.web.util.UriUtils;

/** How to reach a customer, and what they owe and have paid. */
final class CustomerFacts extends Div {

    private final Div picture = new Div();
    private final Anchor email = new Anchor();
    private final Description invoices = new Description();
    private final Description pending = new Description();
    private final Description paid = new Description();

    CustomerFacts() {
        addClassNames("card", "customer-facts");
        picture.addClassName("customer-picture");
        email.addClassName("cut");
        var list = new DescriptionList();
        list.addClassName("facts");
        list.add(new Term(getTranslation("customers.email")), new Description(email));
        add(list, "customers.total-invoices", invoices);
        add(list, "customers.total-pending", pending);
        add(list, "customers.total-paid", paid);
        add(picture, list);
    }

    void show(CustomerRow customer) {
        picture.removeAll();
        picture.add(Avatars.of(customer.name(), customer.imageUrl()));
        email.setHref("mailto:" + encoded(customer.email()));
        email.setText(customer.email());
        email.setTitle(customer.email());
        invoices.setText(NumberFormat.getIntegerInstance(getLocale()).format(customer.invoiceCount()));
        pending.setText(customer.pending().format(getLocale()));
        paid.setText(customer.paid().format(getLocale()));
    }

    /** An address only: what is written like further receivers or a text stays part of it. */
    private static String encoded(String address) {
        return UriUtils.encode(address, StandardCharsets.UTF_8).replace("%40", "@");
    }

    private void add(DescriptionList list, String key, Description figure) {
        figure.addClassName("figures");
        list.add(new Term(getTranslation(key)), figure);
    }
}
