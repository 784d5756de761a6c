package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.FailedState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A part of the page that fails alone: where its data cannot be read, it says so and offers a retry. */
final class Part extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(Part.class);

    private final transient Supplier<Component> content;

    Part(Supplier<Component> content) {
        this.content = content;
        show();
    }

    private void show() {
        removeAll();
        try {
            add(content.get());
        } catch (DataAccessException | TransactionException e) {
            LOG.error("A part of the dashboard could not be read", e);
            add(new FailedState(getTranslation("overview.failed"), this::show));
        }
    }
}
