package com.acme.dashboard.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Has every page of a signed-in person watch for keys, pointers and touches. */
@Component
class ActivityWatch implements VaadinServiceInitListener {

    private final CurrentUser currentUser;
    private final IdleLimits limits;

    ActivityWatch(CurrentUser currentUser, IdleLimits limits) {
        this.currentUser = currentUser;
        this.limits = limits;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> watch(init.getUI()));
    }

    private void watch(UI ui) {
        if (currentUser.account().isPresent()) {
            ui.getPage()
                    .addJsModule("context://scripts/activity.js?every="
                            + limits.reportEvery().toMillis());
        }
    }
}
