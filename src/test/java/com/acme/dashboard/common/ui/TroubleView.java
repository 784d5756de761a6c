package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** A page of the tests: goes wrong in each way that a page can. */
@Route("trouble")
@PageTitle("error.title")
@PermitAll
class TroubleView extends Div implements BeforeEnterObserver {

    TroubleView() {
        add(
                new PageHeader("Trouble"),
                new NativeButton("Succeed", click -> Notifications.success("Invoice saved.")),
                new NativeButton("Fail", click -> Notifications.error("The invoice could not be saved. Try again.")),
                new NativeButton(
                        "Delete",
                        click -> Notifications.withUndo("Invoice deleted.", () -> {
                            Notifications.success("Invoice restored.");
                            return true;
                        })),
                new NativeButton("Throw", click -> {
                    throw new IllegalStateException("secret detail");
                }),
                new FailedState("The list could not be loaded. Try again in a moment.", () -> {}),
                new Skeleton(3));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        if (parameters.getSingleParameter("missing").isPresent()) {
            event.rerouteToError(NotFoundException.class);
        }
        if (parameters.getSingleParameter("broken").isPresent()) {
            throw new IllegalStateException("secret detail");
        }
    }
}
