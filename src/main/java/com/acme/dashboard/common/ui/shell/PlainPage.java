package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * A page of plain HTML outside the shell: a card under the brand. For who is not signed in, so that strangers cost the
 * server neither a session nor a user interface, and sign-in loads fast and works before any script does.
 */
public final class PlainPage {

    private final I18NProvider texts;
    private final HttpServletRequest request;
    private final Document document = Document.createShell("");
    private final Element main = document.body().appendElement("main");

    /** With its name, by the key of that text, in the language that the request asks for. */
    public PlainPage(String titleKey, I18NProvider texts, HttpServletRequest request) {
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
        fillHead(document.head(), text("app.page-title", text(titleKey)));
        addBrand();
    }

    /** Where the content goes. */
    public Element main() {
        return main;
    }

    /** A text of the application in the language of the page. */
    public String text(String key, Object... parameters) {
        return texts.getTranslation(key, Language.of(request).locale(), parameters);
    }

    /** Sends it with that status. */
    public void answer(HttpServletResponse response, HttpStatusCode status) throws IOException {
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
