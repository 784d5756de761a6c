package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.customers.CustomerOption;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names another customer with the email that is being typed; that is allowed, but seldom meant. */
final class SameEmailWarning extends Div {

    private final CustomerService customers;

    SameEmailWarning(CustomerService customers) {
        this.customers = customers;
        addClassName("form-warning");
        setTestId("same-email");
        getElement().setAttribute("role", "status");
    }

    /** Warns where someone other than this customer has the email. */
    void check(String email, @Nullable UUID id) {
        removeAll();
        if (!email.isEmpty()) {
            // Without an answer there is no warning: saving will say that the database is away.
            Failures.attempt(() -> customers.withEmail(email, id).ifPresent(this::warn), () -> {});
        }
    }

    private void warn(CustomerOption other) {
        // In a tab of its own: what is being typed stays.
        var link = new Anchor(
                CustomerListState.PATH + "/" + other.id(),
                getTranslation("customers.form.same-email.open", Names.shown(other.name())),
                AnchorTarget.BLANK);
        add(new Span(getTranslation("customers.form.same-email", Names.shown(other.name()))), link);
    }
}
