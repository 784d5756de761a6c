package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.database.RestrictedDatabase;
import com.acme.dashboard.security.Accounts;
import com.acme.dashboard.security.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** In production, with no other role than the application's. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("prod")
@DirtiesContext
class EditingBannerTest extends SpringBrowserlessTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private UserDetailsService people;

    private static SecurityContextHolderStrategy ofOtherTests = SecurityContextHolder.getContextHolderStrategy();

    /** Whoever is started last says for the whole process where it is kept who is signed in. */
    @BeforeAll
    static void remember_where_the_application_of_other_tests_keeps_who_is_signed_in() {
        ofOtherTests = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void leave_it_as_it_was() {
        SecurityContextHolder.setContextHolderStrategy(ofOtherTests);
    }

    @DynamicPropertySource
    static void enter_as_the_application(DynamicPropertyRegistry variables) {
        variables.add("POSTGRES_URL", RestrictedDatabase::urlOfTheApplication);
    }

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
