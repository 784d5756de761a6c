package com.acme.dashboard.studio.standalone.ui;

import com.acme.dashboard.common.ui.shell.PlainPage;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Tells who is not let in how to get in. */
final class StrangersPage implements AuthenticationEntryPoint {

    private final I18NProvider texts;

    StrangersPage(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var page = new PlainPage("studio.standalone.closed", texts, request);
        var card = page.main().appendElement("div").addClass("plain-card");
        card.appendElement("h1").text(page.text("studio.standalone.closed"));
        card.appendElement("p").text(page.text("studio.standalone.how"));
        page.answer(response, HttpStatus.FORBIDDEN);
    }
}
