package com.acme.dashboard.browser;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What the server keeps of one browser's visit, for what only time would bring about. */
record ServerSession(Session session) {

    static ServerSession of(Browser browser, ServletWebServerApplicationContext application) {
        var tomcat = ((TomcatWebServer) Objects.requireNonNull(application.getWebServer())).getTomcat();
        var sessions = ((Context) tomcat.getHost().findChildren()[0]).getManager();
        try {
            return new ServerSession(sessions.findSession(browser.cookie(Browser.SESSION)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the server does with one that nobody has come back to. */
    void expire() {
        session.expire();
    }

    /** On each page that is open, as soon as it is not busy. */
    void onEveryPage(Consumer<UI> action) {
        for (var space : VaadinSession.getAllSessions(session.getSession())) {
            space.accessSynchronously(
                    () -> space.getUIs().forEach(ui -> ui.accessSynchronously(() -> action.accept(ui))));
        }
    }
}
