package com.acme.dashboard.common.ui.shell;

import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.PageTitles;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands for a page that could not be opened: says so in words and offers a retry; the log has the cause. */
@ParentLayout(MainLayout.class)
@PermitAll
final class ErrorView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("Page '{}' could not be opened", event.getLocation().getPath(), parameter.getCaughtException());
        removeAll();
        add(
                new PageHeader(getTranslation("error.title")),
                new FailedState(getTranslation("error.page"), () -> getUI().ifPresent(ErrorView::reload)));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("error.title"));
    }

    private static void reload(UI ui) {
        ui.getPage().reload();
    }
}
