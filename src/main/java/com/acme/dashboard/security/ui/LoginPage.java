package com.acme.dashboard.security.ui;

import com.acme.dashboard.common.ui.shell.PlainPage;
import com.acme.dashboard.security.CurrentUser;
import com.acme.dashboard.security.DevelopmentAccount;
import com.acme.dashboard.security.TooManyAtOnce;
import com.acme.dashboard.security.TooManyAttempts;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Asks for email and password; a try that fails is answered with the same page, the email kept and a message. */
@Controller
public class LoginPage implements AuthenticationFailureHandler {

    /** Where it is, and where its form goes to. */
    public static final String PATH = "/login";

    private static final String EMAIL = "username";
    private static final String PASSWORD = "password";

    /** In characters. No address is longer. */
    private static final int LONGEST_EMAIL = 320;

    private final I18NProvider texts;
    private final CurrentUser currentUser;
    private final List<DevelopmentAccount> accounts;

    LoginPage(I18NProvider texts, CurrentUser currentUser, Environment environment) {
        this.texts = texts;
        this.currentUser = currentUser;
        this.accounts = DevelopmentAccount.of(environment);
    }

    @GetMapping(PATH)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (currentUser.account().isPresent()) {
            response.sendRedirect(request.getContextPath() + "/dashboard");
        } else {
            page(request, null).answer(response, HttpStatus.OK);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case TooManyAttempts refused -> {
                retryAfter(refused.seconds(), response);
                page(request, "sign-in.wait", refused.seconds()).answer(response, HttpStatus.TOO_MANY_REQUESTS);
            }
            case TooManyAtOnce refused -> {
                retryAfter(refused.seconds(), response);
                page(request, "sign-in.busy", refused.seconds()).answer(response, HttpStatus.SERVICE_UNAVAILABLE);
            }
            case AuthenticationServiceException _ ->
                page(request, "sign-in.unavailable").answer(response, HttpStatus.SERVICE_UNAVAILABLE);
            default -> page(request, "sign-in.wrong").answer(response, HttpStatus.UNAUTHORIZED);
        }
    }

    private static void retryAfter(long seconds, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    private PlainPage page(HttpServletRequest request, @Nullable String messageKey, Object... parameters) {
        var page = new PlainPage("sign-in.title", texts, request);
        var email = email(request);
        var form = page.main().appendElement("form").addClass("plain-card");
        form.attr("method", "post").attr("action", PATH.substring(1)).attr("data-testid", "login-form");
        form.appendElement("h1").text(page.text("sign-in.title"));
        if (messageKey != null) {
            form.appendElement("p").id("sign-in-message").attr("role", "alert").text(page.text(messageKey, parameters));
        }
        var emailInput = field(form, page.text("sign-in.email"), EMAIL)
                .attr("type", "text")
                .attr("inputmode", "email")
                .attr("autocapitalize", "none")
                .attr("spellcheck", "false")
                .attr("autocomplete", "username")
                .val(email);
        var passwordInput = field(form, page.text("sign-in.password"), PASSWORD)
                .attr("type", "password")
                .attr("autocomplete", "current-password");
        (email.isEmpty() ? emailInput : passwordInput).attr("autofocus", true);
        if (messageKey != null) {
            emailInput.attr("aria-describedby", "sign-in-message");
            passwordInput.attr("aria-describedby", "sign-in-message");
        }
        form.appendElement("button").attr("type", "submit").text(page.text("sign-in.submit"));
        if (!accounts.isEmpty()) {
            nameAccounts(page);
        }
        return page;
    }

    private static String email(HttpServletRequest request) {
        var email = Objects.requireNonNullElse(request.getParameter(EMAIL), "");
        return email.substring(0, Math.min(email.length(), LONGEST_EMAIL));
    }

    private static Element field(Element form, String label, String name) {
        form.appendElement("label").attr("for", name).text(label);
        return form.appendElement("input").id(name).attr("name", name).attr("required", true);
    }

    private void nameAccounts(PlainPage page) {
        var note = page.main().appendElement("p").addClass("plain-note");
        note.appendText(page.text("sign-in.accounts"));
        for (var account : accounts) {
            note.appendElement("br");
            note.appendElement("code").text(account.inWords());
        }
    }
}
