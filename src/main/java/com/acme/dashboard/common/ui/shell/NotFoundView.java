package com.acme.dashboard.common.ui.shell;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.PageTitles;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** What is shown where there is nothing: an unknown page, an id that does not exist. */
@ParentLayout(MainLayout.class)
@PermitAll
final class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        // The router shows the same instance again where one such page follows another.
        removeAll();
        setTestId("not-found");
        var lookedFor = "/" + event.getLocation().getPath();
        var home = new Anchor("dashboard", getTranslation("app.to-dashboard"));
        home.addClassName("button-link");
        add(
                new PageHeader(getTranslation("not-found.title")),
                new EmptyState(Glyph.SEARCH, getTranslation("not-found.message", lookedFor), home));
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("not-found.title"));
    }
}
