package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.PageHeader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class InvoiceListViewTest extends InvoiceListBrowserlessTest {

    @Autowired
    JdbcClient database;

    @Test
    void shows_the_newest_invoices_first_and_how_many_there_are() {
        open("dashboard/invoices");

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Invoices");
        assertThat(count()).isEqualTo("6");
        assertThat(column("amount")).containsExactly("$299.99", "$1,234.56", "$448.00", "$19.99", "$666.00", "$5.00");
        assertThat(column("date")).startsWith("Dec 6, 2024", "Dec 1, 2024");
        assertThat(cell(0, "customer", "customer")).isEqualTo("Harbor & Pine");
        assertThat(cell(0, "customer", "customerPath"))
                .isEqualTo("dashboard/customers/c0000000-0000-4000-8000-000000000001");
    }

    @Test
    void names_the_actions_of_a_row_after_its_invoice() {
        open("dashboard/invoices");

        assertThat(cell(0, "actions", "customer")).isEqualTo("Harbor & Pine");
        assertThat(cell(0, "actions", "amount")).isEqualTo("$299.99");
    }

    @Test
    void takes_search_filters_and_sort_from_the_address() {
        open("dashboard/invoices?query=okafor&status=paid&from=2024-10-01&to=2024-12-31&sort=amount,asc");

        assertThat(column("amount")).containsExactly("$19.99");
        assertThat(search().getValue()).isEqualTo("okafor");
        assertThat(status().getValue()).isEqualTo(StatusFilter.Choice.PAID);
        assertThat(chips()).containsExactly("“okafor”", "Paid", "Oct 1, 2024 – Dec 31, 2024", "Clear all");
        assertThat(grid().getSortDirection("amount")).isEqualTo(SortDirection.ASCENDING);
    }

    @Test
    void ignores_what_it_cannot_read_in_the_address() {
        open("dashboard/invoices?status=Paid!&from=yesterday&sort=shoesize,sideways&page=7");

        assertThat(count()).isEqualTo("6");
        assertThat(Addresses.current()).startsWith("dashboard/invoices");
    }

    @Test
    void puts_what_is_chosen_into_the_address() {
        open("dashboard/invoices");

        test(search()).setValue("harbor");
        test(status()).selectItem("Pending");
        grid().sortByColumn("amount");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?query=harbor&sort=amount,asc&status=pending");
        assertThat(column("amount")).containsExactly("$299.99");
    }

    @Test
    void sorting_by_date_again_shows_the_oldest_first() {
        open("dashboard/invoices");

        grid().sortByColumn("date");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?sort=date,asc");
        assertThat(column("date")).startsWith("Aug 19, 2023");
    }

    @Test
    void a_chip_takes_its_filter_off_and_one_click_takes_all_off() {
        open("dashboard/invoices?query=harbor&status=paid");

        test(findInView(Button.class).withAriaLabel("Remove the filter Paid").single())
                .click();
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?query=harbor");
        assertThat(count()).isEqualTo("2");

        test(findInView(Button.class).withText("Clear all").single()).click();
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        assertThat(search().getValue()).isEmpty();
        assertThat(chips()).isEmpty();
    }

    @Test
    void says_when_nothing_is_found_and_offers_to_clear() {
        open("dashboard/invoices?query=nobody");

        assertThat(emptyState()).isEqualTo("Nothing found for “nobody”.");
        test(find(Button.class).withText("Clear search and filters").single()).click();

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        assertThat(count()).isEqualTo("6");
    }

    @Test
    void what_a_search_finds_is_announced() {
        open("dashboard/invoices");
        var status = announced();
        assertThat(status.getText()).isEqualTo("6 in all");

        test(search()).setValue("harbor");
        assertThat(status.getText()).isEqualTo("2 in all");
        test(search()).setValue("nobody");
        assertThat(status.getText()).isEqualTo("Nothing found for “nobody”.");
        test(search()).setValue("");

        assertThat(announced()).isSameAs(status);
        assertThat(status.getText()).isEqualTo("6 in all");
    }

    @Test
    void says_when_there_are_no_invoices_yet_and_leads_to_the_form() {
        database.sql("delete from invoices").update();

        open("dashboard/invoices");

        assertThat(emptyState()).isEqualTo("There are no invoices yet.");
        assertThat(find(Anchor.class)
                        .withCondition(link -> link.getHref().equals("dashboard/invoices/create"))
                        .all())
                .hasSize(2);
    }

    @Test
    void scrolls_past_what_it_counts() {
        database.sql("""
                        insert into invoices (customer_id, amount, status, date)
                        select 'c0000000-0000-4000-8000-000000000001', 100, 'paid', date '2020-01-01'
                          from generate_series(1, 10005)
                        """).update();

        open("dashboard/invoices?query=harbor");

        assertThat(count()).isEqualTo("10,000+");
        assertThat(findInView(InvoiceGrid.class)
                        .single()
                        .getLazyDataView()
                        .getItem(10_006)
                        .customerName())
                .isEqualTo("Harbor & Pine");
    }

    @Test
    @ExpectedLog(Failures.class)
    void stays_when_the_database_fails_and_reads_again_on_request() {
        open("dashboard/invoices");
        database.sql("alter table invoices rename to invoices_away").update();
        try {
            test(search()).setValue("jane");
            assertThat(findInView(Paragraph.class)
                            .withText("Invoices cannot be read right now, because the database does not answer.")
                            .exists())
                    .isTrue();
        } finally {
            database.sql("alter table invoices_away rename to invoices").update();
        }
        test(findInView(Button.class).withText("Try again").single()).click();

        assertThat(count()).isEqualTo("2");
    }

    @Test
    void carries_the_state_of_the_list_to_the_forms() {
        open("dashboard/invoices?status=pending");

        assertThat(cell(0, "actions", "editPath"))
                .isEqualTo("dashboard/invoices/f0000000-0000-4000-8000-000000000001/edit?status=pending");
        assertThat(findInView(Anchor.class)
                        .withTestId("create-invoice")
                        .single()
                        .getHref())
                .isEqualTo("dashboard/invoices/create?status=pending");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | $2,673.54
            ?status=paid                  | $1,138.99
            ?status=pending&sort=amount   | $1,534.55
            """)
    void adds_up_to_what_the_cards_of_the_dashboard_say(String parameters, String sum) {
        open("dashboard/invoices" + parameters);

        assertThat(findInView(Span.class).withTestId("list-sum").single().getText())
                .isEqualTo(sum);
    }

    @Test
    void writes_money_and_dates_the_german_way_for_germans() {
        VaadinSession.getCurrent().setLocale(Locale.GERMANY);

        open("dashboard/invoices");

        assertThat(cell(0, "date", "date")).isEqualTo("06.12.2024");
        assertThat(cell(0, "amount", "amount")).isEqualTo("299,99\u00A0$");
    }

    /** Where screen readers hear what a list shows now. */
    private Span announced() {
        return find(Span.class)
                .withAttribute("role", "status")
                .from(findInView(PageHeader.class).single())
                .single();
    }

    private TextField search() {
        return findInView(TextField.class).withTestId("invoice-search").single();
    }

    private List<String> chips() {
        return findInView(FilterChips.class).all().stream()
                .flatMap(chips -> findInView(Button.class).from(chips).all().stream())
                .map(Button::getText)
                .toList();
    }

    private String emptyState() {
        return find(Paragraph.class)
                .from(findInView(InvoiceGrid.class).single())
                .single()
                .getText();
    }
}
