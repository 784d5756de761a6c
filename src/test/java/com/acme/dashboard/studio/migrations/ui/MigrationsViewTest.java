package com.acme.dashboard.studio.migrations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Pushes;
import com.acme.dashboard.database.migration.Finding;
import com.acme.dashboard.studio.migrations.CheckFinding;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class MigrationsViewTest extends BrowserlessTest {

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

    @ParameterizedTest
    @EnumSource
    void a_finding_is_told_in_the_language_of_the_person(Finding.Kind kind) {
        VaadinSession.getCurrent().setLocale(Locale.GERMAN);
        var finding =
                new CheckFinding(kind.id(), "column invoices.amount", "integer", "bigint", "select 1;", "Because.");
        var group = new FindingGroup(kind.id(), List.of(finding));
        UI.getCurrent().add(group);

        assertThat(find(H3.class, group).single().getText()).isNotBlank().doesNotContain("studio.");
        assertThat(find(Paragraph.class, group).all().getFirst().getText())
                .endsWith(".")
                .doesNotContain("studio.");
        assertThat(find(DescriptionList.Description.class, group).all())
                .allSatisfy(text ->
                        assertThat(text.getElement().getAttribute("lang")).isEqualTo("en"))
                .extracting(DescriptionList.Description::getText)
                .contains("column invoices.amount", "integer", "bigint")
                .areExactly(kind == Finding.Kind.UNSAFE ? 1 : 0, new Condition<>("Because."::equals, "advice"));
    }

    @Test
    @WithUserDetails("user@acme.test")
    void is_not_there_for_those_who_are_not_administrators() {
        Addresses.open("dashboard/studio/migrations");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }
}
