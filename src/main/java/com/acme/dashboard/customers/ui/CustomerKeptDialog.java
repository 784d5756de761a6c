package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.ActionLink;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Says that a customer with invoices cannot be deleted, how many there are, and leads to them. */
final class CustomerKeptDialog extends Dialog {

    /** With the address of the customer's page. */
    CustomerKeptDialog(String page, String name, long invoices) {
        addClassName("narrow-dialog");
        setTestId("customer-kept");
        setHeaderTitle(getTranslation("customers.kept", name));
        add(new Paragraph(getTranslation("customers.kept.text", invoices)));
        var link = new ActionLink(getTranslation("customers.kept.show", invoices), page);
        link.addClassName("primary");
        link.getElement().addEventListener("click", event -> close());
        getFooter().add(new Button(getTranslation("app.cancel"), click -> close()), link);
    }
}
