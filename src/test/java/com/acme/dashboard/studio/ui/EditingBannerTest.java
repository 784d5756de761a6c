package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.ProductionTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.security.Accounts;
import com.acme.dashboard.security.Role;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

@ProductionTest
class EditingBannerTest extends BrowserlessTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private AdjustableClock clock;

    @Test
    void an_administrator_says_why_and_edits_until_they_end_it() {
        signIn("grace@acme.test");
        Addresses.open("dashboard/studio?table=todos");
        assertThat(banner()).isEqualTo("Read-only.");
        assertThat(canEdit()).isFalse();

        click("studio-editing-begin");
        click("studio-editing-confirm");
        assertThat(reason().getErrorMessage()).isEqualTo("Say why, so that others understand it later.");
        assertThat(find(Dialog.class).single().isOpened()).isTrue();
        test(reason()).setValue("Ticket 42 of the banner");
        click("studio-editing-confirm");
        assertThat(banner()).matches("Editing until .+\\. Every change is written down\\.");
        assertThat(canEdit()).isTrue();
        assertThat(JdbcClient.create(dataSource)
                        .sql("select actor from studio_audit where reason = 'Ticket 42 of the banner'")
                        .query(String.class)
                        .single())
                .isEqualTo("grace@acme.test");

        click("studio-editing-end");
        assertThat(banner()).isEqualTo("Read-only.");
        assertThat(canEdit()).isFalse();
    }

    @Test
    void the_page_tells_by_itself_that_the_time_is_over() {
        signIn("edsger@acme.test");
        Addresses.open("dashboard/studio?table=todos");
        click("studio-editing-begin");
        test(reason()).setValue("For a while");
        click("studio-editing-confirm");
        assertThat(timers()).containsExactly(Duration.ofMinutes(15).toMillis());

        clock.advance(Duration.ofMinutes(15));
        var banner = find(Div.class).withTestId("studio-editing").single().getElement();
        banner.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(banner, "over", JacksonUtils.createObjectNode()));

        assertThat(banner()).isEqualTo("Read-only.");
        assertThat(canEdit()).isFalse();
    }

    @Test
    void the_page_waits_for_the_end_no_longer_once_somebody_has_ended_it() {
        signIn("barbara@acme.test");
        Addresses.open("dashboard/studio?table=todos");
        click("studio-editing-begin");
        test(reason()).setValue("For a moment");
        click("studio-editing-confirm");
        assertThat(scripts()).last().asString().contains("setTimeout");

        click("studio-editing-end");

        assertThat(scripts()).singleElement().asString().contains("clearTimeout(this.over)");
    }

    /** What the browser was told about the end since it was last asked. */
    private static List<String> scripts() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation().getExpression())
                .filter(script -> script.contains("this.over"))
                .toList();
    }

    /** After how many milliseconds the browser is to ask, each time that it was told. */
    private static List<Long> timers() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation())
                .filter(script -> script.getExpression().contains("this.over = setTimeout"))
                .flatMap(script -> script.getParameters().stream())
                .filter(Number.class::isInstance)
                .map(time -> ((Number) time).longValue())
                .toList();
    }

    private void signIn(String email) {
        Accounts.in(dataSource).create(email, "Grace", "correct horse", Role.ADMIN);
        var person = people.loadUserByUsername(email);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
    }

    private String banner() {
        return find(Span.class)
                .from(find(Div.class).withTestId("studio-editing").single())
                .all()
                .getFirst()
                .getText();
    }

    private boolean canEdit() {
        return find(Button.class).withTestId("studio-add-row").exists();
    }

    private TextArea reason() {
        return find(TextArea.class).withTestId("studio-editing-reason").single();
    }

    private void click(String testId) {
        test(find(Button.class).withTestId(testId).single()).click();
    }
}
