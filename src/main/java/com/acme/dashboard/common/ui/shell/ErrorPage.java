package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers whatever ends in an error outside the user interface, with a way back: a file that does not exist, a request
 * that fails, and one that no part of the application may see, such as an address with an encoded slash. Made by the
 * server itself, once nothing else can fail any more.
 */
@Component
class ErrorPage implements RequestRejectedHandler, WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final I18NProvider texts;

    ErrorPage(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException {
        answer(request, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServersOwnAnswer()));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST ->
                answer(request, response, status, "refused.title", "refused.message");
            case HttpServletResponse.SC_NOT_FOUND ->
                answer(request, response, status, "not-found.title", "not-found.message", request.getRequestURI());
            default -> {
                if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                    answer(request, response, status, "refused.other-title", "refused.other-message");
                } else {
                    answer(request, response, status, "error.title", "error.page");
                }
            }
        }
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String titleKey,
            String messageKey,
            Object... parameters)
            throws IOException {
        var page = new PlainPage(titleKey, texts, request);
        var card = page.main().appendElement("div").addClass("plain-card");
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            card.attr("data-testid", "not-found");
        }
        card.appendElement("h1").text(page.text(titleKey));
        card.appendElement("p").text(page.text(messageKey, parameters));
        card.appendElement("a").attr("href", "dashboard").text(page.text("app.to-dashboard"));
        page.answer(response, HttpStatusCode.valueOf(status));
    }

    private final class ServersOwnAnswer extends ErrorReportValve {

        private static final List<String> OF_THE_FILE =
                List.of(HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_ENCODING);

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = response.getStatus();
            if (status < HttpServletResponse.SC_BAD_REQUEST || response.isCommitted() || !response.setErrorReported()) {
                return;
            }
            takeBack(response);
            try {
                answer(request, response, status);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The beginning of a file is no answer, and would look like all of it. */
        private static void takeBack(Response response) {
            response.resetBuffer(true);
            response.setContentLengthLong(-1);
            OF_THE_FILE.forEach(response.getCoyoteResponse().getMimeHeaders()::removeHeader);
        }
    }
}
