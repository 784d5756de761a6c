package com.acme.dashboard.common.ui.shell;

import com.acme.dashboard.common.ui.Notifications;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.apache.coyote.BadRequestException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes Vaadin speak and behave like this application: first page, status, messages, unexpected errors. */
@SpringComponent
class ShellInitializer implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(ShellInitializer.class);

    private final I18NProvider texts;

    ShellInitializer(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        event.addIndexHtmlRequestListener(ShellInitializer::completeHead);
        event.addIndexHtmlRequestListener(ShellInitializer::answerUnknownPages);
        service.setSystemMessagesProvider(this::systemMessages);
        service.addSessionInitListener(init -> {
            init.getSession().setErrorHandler(ShellInitializer::report);
            // The framework's own choice prefers any exact match to the language that was asked for first.
            init.getSession().setLocale(Language.of(init.getRequest()).locale());
        });
        service.addUIInitListener(init -> {
            configureReconnecting(init.getUI());
            OpenDialogs.closeOnNavigation(init.getUI());
        });
    }

    private static void completeHead(IndexHtmlResponse response) {
        var document = response.getDocument();
        document.getElementsByTag("html")
                .attr("lang", Language.of(response.getVaadinRequest()).code())
                .attr(
                        "style",
                        "color-scheme: "
                                + ColorMode.remembered(response.getVaadinRequest())
                                        .css());
        var head = document.head();
        head.appendChild(new Element("link").attr("rel", "icon").attr("href", "favicon.svg"));
        head.appendChild(new Element("link").attr("rel", "manifest").attr("href", "manifest.webmanifest"));
        for (var script : new String[] {"shell", "shortcuts", "transient", "press", "route-announcer"}) {
            head.appendChild(new Element("script").attr("type", "module").attr("src", "scripts/" + script + ".js"));
        }
    }

    /** The first page is the same for every route, so its status has to be set before the router has run. */
    private static void answerUnknownPages(IndexHtmlResponse response) {
        var service = response.getVaadinRequest().getService();
        var path = response.getVaadinRequest().getPathInfo();
        var location = new Location(path == null ? "" : path.replaceFirst("^/+", ""));
        if (service.getRouter().resolveNavigationTarget(location).isEmpty()) {
            response.getVaadinResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
        }
    }

    /** Also asked when there is no session any more, and with it no UI to translate for. */
    private SystemMessages systemMessages(SystemMessagesInfo request) {
        var locale = request.getLocale();
        var messages = new CustomizedSystemMessages();
        // An expired session reloads the page at once: sign-in follows, and then the same page again.
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(texts.getTranslation("error.title", locale));
        messages.setInternalErrorMessage(texts.getTranslation("error.reload", locale));
        messages.setCookiesDisabledCaption(texts.getTranslation("error.cookies", locale));
        messages.setCookiesDisabledMessage(texts.getTranslation("error.cookies-what-to-do", locale));
        return messages;
    }

    private static void configureReconnecting(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(ui.getTranslation("error.reconnecting"));
        dialog.setDialogTextGaveUp(ui.getTranslation("error.server-gone"));
    }

    /** An error while handling what the user did: the page stays, and a message says so. Who breaks a download off knows it. */
    static void report(ErrorEvent event) {
        if (event.getThrowable() instanceof BadRequestException brokenOff) {
            LOG.debug("A download was broken off", brokenOff);
            return;
        }
        LOG.error("Unexpected error", event.getThrowable());
        @Nullable UI ui = UI.getCurrent();
        if (ui != null) {
            Notifications.error(ui.getTranslation("error.unexpected"));
        }
    }
}
