package com.acme.dashboard.security.ui;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers a request that no part of the application may see, such as an address with an encoded slash. */
@Component
class RefusedRequestPage implements RequestRejectedHandler {

    private final I18NProvider texts;

    RefusedRequestPage(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException {
        var page = new PlainPage(texts.getTranslation("refused.title", request.getLocale()), texts, request);
        var card = page.main().appendElement("div").addClass("plain-card");
        card.appendElement("h1").text(page.text("refused.title"));
        card.appendElement("p").text(page.text("refused.message"));
        card.appendElement("a").attr("href", "dashboard").text(page.text("app.to-dashboard"));
        page.answer(response, HttpStatus.BAD_REQUEST);
    }
}
