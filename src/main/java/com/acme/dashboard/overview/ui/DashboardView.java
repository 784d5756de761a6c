package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.PageHeader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The page people open every morning: what came in, what is open, the latest invoices. */
@Route("dashboard")
@PageTitle("overview.title")
@Menu(title = "overview.title", order = 1, icon = "dashboard")
@PermitAll
class DashboardView extends Div {

    DashboardView() {
        add(new PageHeader(getTranslation("overview.title")));
    }
}
