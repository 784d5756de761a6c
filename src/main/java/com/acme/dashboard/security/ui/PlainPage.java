package com.acme.dashboard.security.ui;

import com.acme.dashboard.common.ui.ColorMode;
import com.acme.dashboard.common.ui.Language;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * A page of plain HTML outside the shell: a card under the brand. For who is not signed in, so that strangers cost the
 * server neither a session nor a user interface, and sign-in loads fast and works before any script does.
 */
final class PlainPage {

    private final I18NProvider texts;
    private final HttpServletRequest request;
    private final Document document = Document.createShell("");
    private final Element main = document.body().appendElement("main");

    PlainPage(String title, I18NProvider texts, HttpServletRequest request) {
        this.texts = texts;
        this.request = request;
        document.prependChild(new DocumentType("html", "", ""));
        document.getElementsByTag("html")
                .attr("lang", Language.of(request).code())
                .attr(
                        "style",
                        "color-scheme: "
                                + ColorMode.rememberedIn(request.getCookies()).css());
        document.body().addClass("plain");
        fillHead(document.head(), text("app.page-title", title));
        addBrand();
    }

    /** Where the content goes. */
    Element main() {
        return main;
    }

    String text(String key, Object... parameters) {
        return texts.getTranslation(key, Language.of(request).locale(), parameters);
    }

    void answer(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(document.outerHtml());
    }

    private void fillHead(Element head, String title) {
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1, viewport-fit=cover");
        head.appendElement("base").attr("href", request.getContextPath() + "/");
        head.appendElement("title").text(title);
        head.appendElement("link").attr("rel", "icon").attr("href", "favicon.svg");
        head.appendElement("link").attr("rel", "manifest").attr("href", "manifest.webmanifest");
        for (var sheet : new String[] {"aura/aura.css", "styles/app.css", "styles/login.css"}) {
            head.appendElement("link").attr("rel", "stylesheet").attr("href", sheet);
        }
    }

    private void addBrand() {
        var brand = main.appendElement("nav")
                .attr("aria-label", text("app.name"))
                .appendElement("a")
                .addClass("plain-brand")
                .attr("href", "");
        brand.appendElement("span")
                .addClass("plain-mark")
                .attr("aria-hidden", "true")
                .text("A");
        brand.appendElement("span").text(text("app.name"));
    }
}
