package com.acme.dashboard.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.FailedState;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class DashboardViewTest extends SpringBrowserlessTest {

    @Autowired
    JdbcClient database;

    @Test
    void the_cards_add_up_all_invoices_and_lead_to_the_list_they_count() {
        navigate(DashboardView.class);

        assertThat(words("card-collected")).containsExactly("Collected", "$1,138.99", "4 paid invoices");
        assertThat(words("card-pending")).containsExactly("Pending", "$1,534.55", "2 open invoices");
        assertThat(words("card-invoices")).startsWith("Total Invoices", "6");
        assertThat(words("card-customers")).startsWith("Total Customers", "3");
        assertThat(card("card-collected").getHref()).isEqualTo("dashboard/invoices?status=paid");
        assertThat(card("card-pending").getHref()).isEqualTo("dashboard/invoices?status=pending");
        assertThat(card("card-invoices").getHref()).isEqualTo("dashboard/invoices");
        assertThat(card("card-customers").getHref()).isEqualTo("dashboard/customers");
    }

    @Test
    void the_latest_five_invoices_lead_to_their_edit_pages() {
        navigate(DashboardView.class);

        var rows = find(Anchor.class, latest()).all();
        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst().getHref()).isEqualTo("dashboard/invoices/f0000000-0000-4000-8000-000000000001/edit");
        assertThat(rows.getFirst().getElement().getTextRecursively())
                .contains("Harbor & Pine", "Dec 6, 2024", "$299.99", "Pending");
    }

    @Test
    void without_invoices_the_page_says_so_and_offers_to_create_one() {
        database.sql("delete from invoices").update();

        navigate(DashboardView.class);

        assertThat(words("card-collected")).containsExactly("Collected", "$0.00", "no paid invoices");
        assertThat(find(Paragraph.class, latest()).single().getText()).startsWith("No invoices yet.");
        assertThat(find(Anchor.class, latest()).single().getHref()).isEqualTo("dashboard/invoices/create");
    }

    @Test
    @ExpectedLog(Part.class)
    void a_part_that_cannot_be_read_says_so_and_comes_back_on_retry() {
        database.sql("alter table invoice_totals rename to invoice_totals_away").update();
        try {
            navigate(DashboardView.class);
        } finally {
            database.sql("alter table invoice_totals_away rename to invoice_totals")
                    .update();
        }
        assertThat(find(FailedState.class).all()).isNotEmpty();

        find(Button.class)
                .withText("Try again")
                .all()
                .forEach(retry -> test(retry).click());

        assertThat(find(FailedState.class).all()).isEmpty();
        assertThat(words("card-invoices")).startsWith("Total Invoices", "6");
        assertThat(find(Anchor.class, latest()).all()).hasSize(5);
    }

    private Anchor card(String testId) {
        return find(Anchor.class).withTestId(testId).single();
    }

    private List<String> words(String testId) {
        return find(Span.class, card(testId)).all().stream().map(Span::getText).toList();
    }

    private Section latest() {
        return find(Section.class).withTestId("latest-invoices").single();
    }
}
