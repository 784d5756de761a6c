package com.acme.dashboard.security.ui;

import com.acme.dashboard.common.ui.PlainPage;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers a request that no part of the application may see, such as an address with an encoded slash: Spring
 * Security's firewall refuses some, the server itself others, before there is an application.
 */
@Component
class RefusedRequestPage
        implements RequestRejectedHandler, WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final I18NProvider texts;

    RefusedRequestPage(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException {
        answer(request, response);
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServersOwnAnswer()));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = new PlainPage("refused.title", texts, request);
        var card = page.main().appendElement("div").addClass("plain-card");
        card.appendElement("h1").text(page.text("refused.title"));
        card.appendElement("p").text(page.text("refused.message"));
        card.appendElement("a").attr("href", "dashboard").text(page.text("app.to-dashboard"));
        page.answer(response, HttpStatus.BAD_REQUEST);
    }

    private final class ServersOwnAnswer extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() != HttpServletResponse.SC_BAD_REQUEST || !response.setErrorReported()) {
                super.report(request, response, failure);
                return;
            }
            try {
                answer(request, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
