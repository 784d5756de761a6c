package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Pushes;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class MigrationsViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Test
    void every_page_of_studio_leads_to_the_migrations() {
        Addresses.open("dashboard/studio");

        assertThat(find(Anchor.class).withTestId("studio-migrations").single().getHref())
                .isEqualTo("dashboard/studio/migrations");
    }

    @Test
    void says_what_is_applied_and_shows_the_sql_of_a_change_set_forward_and_back() {
        Addresses.open("dashboard/studio/migrations");

        assertThat(findInView(H2.class).all()).extracting(H2::getText).contains("Nothing is pending");
        var first = findInView(Details.class).all().stream()
                .filter(details ->
                        details.getSummary().getElement().getTextRecursively().contains("0001-initial-schema"))
                .findFirst()
                .orElseThrow();
        test(first).openDetails();

        assertThat(findInView(Pre.class).all())
                .extracting(Pre::getText)
                .hasSize(2)
                .satisfiesExactly(
                        forward -> assertThat(forward).containsIgnoringCase("create table invoices"),
                        back -> assertThat(back).containsIgnoringCase("drop table invoices"));
    }

    @Test
    void what_is_pending_is_left_to_the_command_line() {
        rename("db-changelog/data/test.sql", "elsewhere.sql");
        try {
            Addresses.open("dashboard/studio/migrations");

            assertThat(findInView(H2.class).all()).extracting(H2::getText).contains("One change set is pending");
            assertThat(findInView(Code.class)
                            .withTestId("migrate-command")
                            .single()
                            .getText())
                    .isEqualTo("./db migrate:test");
        } finally {
            rename("elsewhere.sql", "db-changelog/data/test.sql");
        }
    }

    private void rename(String from, String to) {
        database.sql("update databasechangelog set filename = ? where filename = ?")
                .params(to, from)
                .update();
    }

    @Test
    void runs_the_check_in_the_background() {
        Addresses.open("dashboard/studio/migrations");
        var run = findInView(Button.class).withTestId("run-check").single();

        test(run).click();

        assertThat(run.isEnabled()).isFalse();
        Pushes.untilAsserted(() -> assertThat(run.isEnabled()).isTrue());
        assertThat(findInView(Div.class)
                        .withTestId("check-outcome")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("Nothing was found");
    }

    @Test
    @WithUserDetails("user@acme.test")
    void is_not_there_for_those_who_are_not_administrators() {
        Addresses.open("dashboard/studio/migrations");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }
}
