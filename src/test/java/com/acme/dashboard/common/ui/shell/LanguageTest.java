package com.acme.dashboard.common.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.security.Visitor;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class LanguageTest extends BrowserlessTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{[0-9]");

    private final Locale locale = Locale.getDefault();

    @LocalServerPort
    private int port;

    @Autowired
    private I18NProvider texts;

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
    }

    @Test
    void every_text_exists_in_german_with_the_same_parameters() {
        var english = parameters("");
        var german = parameters("_de");

        assertThat(english).isNotEmpty();
        assertThat(german).containsExactlyEntriesOf(english);
    }

    @Test
    void no_text_is_empty() {
        assertThat(bundle("").values()).noneMatch(text -> text.toString().isBlank());
        assertThat(bundle("_de").values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void the_language_of_the_server_is_nobodys_but_the_servers() {
        Locale.setDefault(Locale.GERMANY);

        assertThat(texts.getTranslation("invoices.create", Locale.US)).isEqualTo("Create Invoice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-AT,de;q=0.9,en;q=0.8 |             | Anmeldung | de
            fr-FR,fr;q=0.9,de;q=0.5 |             | Anmeldung | de
            fr-FR,fr;q=0.9          |             | Sign in   | en
            en-US,de;q=0.5          |             | Sign in   | en
            en-US                   | language=de | Anmeldung | de
            de                      | language=en | Sign in   | en
            de                      | language=xx | Anmeldung | de
            """)
    void sign_in_speaks_the_chosen_language_or_the_browsers(
            String accepted, @Nullable String cookie, String title, String lang) {
        try (var visitor = new Visitor(port, "203.0.113.7")) {
            var request = visitor.request("/login").header("Accept-Language", accepted);
            var answer = visitor.send(cookie == null ? request : request.header("Cookie", cookie));

            assertThat(answer.body()).contains("<h1>" + title + "</h1>").contains("<html lang=\"" + lang + "\"");
        }
    }

    @Test
    void who_names_no_language_gets_english_whatever_the_servers_is() {
        var request = new MockHttpServletRequest();
        request.setPreferredLocales(List.of(Locale.GERMANY));
        request.removeHeader(HttpHeaders.ACCEPT_LANGUAGE);

        assertThat(Language.of(request)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void a_wrong_password_is_answered_in_the_browsers_language() {
        try (var visitor = new Visitor(port, "203.0.113.8")) {
            var form = visitor.request("/login")
                    .header("Accept-Language", "de")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("username=user@acme.test&password=wrong"));

            assertThat(visitor.send(form).body()).contains("E-Mail oder Passwort ist falsch.");
        }
    }

    @Test
    void pages_speak_german() {
        VaadinSession.getCurrent().setLocale(Language.GERMAN.locale());

        UI.getCurrent().navigate("dashboard/invoices");

        assertThat(find(H1.class).single().getText()).isEqualTo("Rechnungen");
        assertThat(find(Span.class).withTestId("list-sum").single().getText()).isEqualTo("2.673,54\u00A0$");
    }

    @Test
    void an_amount_is_read_the_german_way_and_what_is_ambiguous_is_refused() {
        VaadinSession.getCurrent().setLocale(Language.GERMAN.locale());
        UI.getCurrent().navigate("dashboard/invoices/create");
        var amount = find(TextField.class).withCaption("Betrag").single();

        test(amount).setValue("1,234");
        assertThat(amount.getErrorMessage()).contains("1.234,00");

        test(amount).setValue("1.234,5");
        assertThat(amount.isInvalid()).isFalse();
    }

    private static Map<String, Iterable<String>> parameters(String suffix) {
        var parameters = new TreeMap<String, Iterable<String>>();
        bundle(suffix)
                .forEach((key, text) -> parameters.put(
                        key.toString(),
                        PARAMETER
                                .matcher(text.toString())
                                .results()
                                .map(MatchResult::group)
                                .distinct()
                                .sorted()
                                .toList()));
        return parameters;
    }

    private static Properties bundle(String suffix) {
        var name = "/vaadin-i18n/translations" + suffix + ".properties";
        var texts = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(LanguageTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
