package com.acme.dashboard.studio.standalone.ui;

import com.acme.dashboard.studio.StudioPermission;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.annotation.security.RolesAllowed;

/** Stands where the application has its dashboard, which the shell's links lead to: Studio is all there is. */
@RolesAllowed(StudioPermission.ROLE)
final class StandaloneHome extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(TokenSignIn.PATH.substring(1));
    }

    /** Registers it by hand: with an annotation the application would find it, too. */
    static final class Registration implements VaadinServiceInitListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void serviceInit(ServiceInitEvent event) {
            RouteConfiguration.forApplicationScope().setRoute("dashboard", StandaloneHome.class);
        }
    }
}
