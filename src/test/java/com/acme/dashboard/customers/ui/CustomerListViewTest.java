package com.acme.dashboard.customers.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.customers.CustomerRow;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class CustomerListViewTest extends BrowserlessTest {

    private static final String JANE = "c0000000-0000-4000-8000-000000000002";

    @Autowired
    JdbcClient database;

    @Test
    void shows_customers_by_name_with_their_totals_and_how_many_there_are() {
        Addresses.open("dashboard/customers");

        assertThat(count()).isEqualTo("3");
        assertThat(column("name")).containsExactly("Harbor & Pine", "Jane Okafor", "Nordlicht Studio");
        assertThat(column("email")).startsWith("accounts@harborpine.test");
        assertThat(column("invoices")).containsExactly("2", "2", "2");
        assertThat(column("pending")).containsExactly("$299.99", "$1,234.56", "$0.00");
        assertThat(column("paid")).containsExactly("$448.00", "$19.99", "$671.00");
    }

    @Test
    void names_the_links_and_actions_of_a_row_after_its_customer() {
        Addresses.open("dashboard/customers?sort=paid,asc");

        assertThat(cell(0, "name", "path")).isEqualTo("dashboard/customers/" + JANE + "?sort=paid%2Casc");
        assertThat(cell(0, "name", "initials")).isEqualTo("JO");
        assertThat(cell(0, "actions", "name")).isEqualTo("Jane Okafor");
        assertThat(cell(0, "actions", "editPath")).isEqualTo("dashboard/customers/" + JANE + "/edit?sort=paid%2Casc");
    }

    @Test
    void takes_search_and_order_from_the_address() {
        Addresses.open("dashboard/customers?query=.test&sort=pending,desc");

        assertThat(search().getValue()).isEqualTo(".test");
        assertThat(column("name")).containsExactly("Jane Okafor", "Harbor & Pine", "Nordlicht Studio");
        assertThat(grid().getSortDirection("pending")).isEqualTo(SortDirection.DESCENDING);
    }

    @Test
    void ignores_what_it_cannot_read_in_the_address() {
        Addresses.open("dashboard/customers?sort=password,sideways&page=7&query=");

        assertThat(column("name")).containsExactly("Harbor & Pine", "Jane Okafor", "Nordlicht Studio");
    }

    @Test
    void puts_what_is_chosen_into_the_address() {
        Addresses.open("dashboard/customers");

        test(search()).setValue("a");
        grid().sortByColumn("paid");

        assertThat(Addresses.current()).isEqualTo("dashboard/customers?query=a&sort=paid,asc");
        assertThat(column("paid")).containsExactly("$19.99", "$448.00");
        assertThat(count()).isEqualTo("2");
        assertThat(findInView(Anchor.class)
                        .withTestId("create-customer")
                        .single()
                        .getHref())
                .isEqualTo("dashboard/customers/create?query=a&sort=paid%2Casc");
    }

    @Test
    void shows_no_more_of_a_list_at_a_time_than_is_looked_at() {
        database.sql("""
                        insert into customers (name, email, image_url)
                        select 'Customer ' || n, to_char(n, 'FM0000') || '@example.test', '' from generate_series(1, 1500) n
                        """).update();

        Addresses.open("dashboard/customers?sort=email,desc");

        assertThat(count()).isEqualTo("1,503");
        assertThat(grid().size()).isEqualTo(1_503);
        assertThat(grid().getRow(1_502).email()).isEqualTo("0001@example.test");
    }

    @Test
    void says_when_nothing_is_found_and_offers_to_clear() {
        Addresses.open("dashboard/customers?query=nobody<b>");

        assertThat(emptyState()).isEqualTo("Nothing found for “nobody<b>”.");
        press("Clear search");

        assertThat(Addresses.current()).isEqualTo("dashboard/customers");
        assertThat(count()).isEqualTo("3");
    }

    @Test
    void what_a_search_finds_is_announced() {
        Addresses.open("dashboard/customers");
        var status = announced();
        assertThat(status.getText()).isEqualTo("3 in all");

        test(search()).setValue("jane");
        assertThat(status.getText()).isEqualTo("1 in all");
        test(search()).setValue("nobody");

        assertThat(announced()).isSameAs(status);
        assertThat(status.getText()).isEqualTo("Nothing found for “nobody”.");
    }

    @Test
    void says_when_there_are_no_customers_yet_and_leads_to_the_form() {
        database.sql("delete from invoices").update();
        database.sql("delete from customers").update();

        Addresses.open("dashboard/customers");

        assertThat(emptyState()).isEqualTo("There are no customers yet.");
        assertThat(find(Anchor.class)
                        .withCondition(link -> link.getHref().equals("dashboard/customers/create"))
                        .all())
                .hasSize(2);
    }

    @Test
    @ExpectedLog(Failures.class)
    void stays_when_the_database_fails_and_reads_again_on_request() {
        Addresses.open("dashboard/customers");
        database.sql("alter table customers rename to customers_away").update();
        try {
            test(search()).setValue("jane");
            assertThat(findInView(Paragraph.class)
                            .withText("Customers cannot be read right now, because the database does not answer.")
                            .exists())
                    .isTrue();
        } finally {
            database.sql("alter table customers_away rename to customers").update();
        }
        test(findInView(Button.class).withText("Try again").single()).click();

        assertThat(column("name")).containsExactly("Jane Okafor");
    }

    @Test
    void does_not_delete_a_customer_with_invoices_and_leads_to_them() {
        Addresses.open("dashboard/customers?query=jane");

        grid().invokeLitRendererFunction(0, "actions", "remove");

        var kept = find(Dialog.class).withTestId("customer-kept").single();
        assertThat(kept.getHeaderTitle()).isEqualTo("Jane Okafor cannot be deleted");
        assertThat(find(Paragraph.class).from(kept).single().getText()).startsWith("There are 2 invoices");
        assertThat(find(Anchor.class).from(kept).single())
                .satisfies(link -> assertThat(link.getHref()).isEqualTo("dashboard/customers/" + JANE + "?query=jane"))
                .satisfies(link ->
                        assertThat(link.getElement().getTextRecursively()).isEqualTo("Show the 2 invoices"));
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void says_so_too_when_the_first_invoice_comes_while_it_asks() {
        var id = stranger();
        Addresses.open("dashboard/customers?query=stranger");
        grid().invokeLitRendererFunction(0, "actions", "remove");
        database.sql(
                        "insert into invoices (customer_id, amount, status, date) values (cast(:id as uuid), 1, 'paid', '2024-12-06')")
                .param("id", id)
                .update();

        test(find(ConfirmDialog.class).single()).confirm();

        var kept = find(Dialog.class).withTestId("customer-kept").single();
        assertThat(find(Paragraph.class).from(kept).single().getText()).startsWith("There is 1 invoice");
    }

    @Test
    void asks_before_it_deletes_and_brings_the_same_customer_back() {
        var id = stranger();
        Addresses.open("dashboard/customers");

        grid().invokeLitRendererFunction(3, "actions", "remove");
        assertThat(test(find(ConfirmDialog.class).single()).getHeader()).isEqualTo("Delete Stranger & Sons?");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(count()).isEqualTo("4");

        grid().invokeLitRendererFunction(3, "actions", "remove");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(notification()).isEqualTo("Customer deleted");
        assertThat(count()).isEqualTo("3");

        press("Undo");
        assertThat(count()).isEqualTo("4");
        assertThat(cell(3, "name", "path")).isEqualTo("dashboard/customers/" + id);
    }

    @Test
    @ExpectedLog(Failures.class)
    void what_could_not_be_brought_back_can_be_brought_back_at_the_next_try() {
        stranger();
        Addresses.open("dashboard/customers");
        grid().invokeLitRendererFunction(3, "actions", "remove");
        test(find(ConfirmDialog.class).single()).confirm();

        database.sql("alter table customers rename to customers_away").update();
        try {
            press("Undo");
        } finally {
            database.sql("alter table customers_away rename to customers").update();
        }
        assertThat(notification()).isEqualTo("Customer deleted");
        press("Undo");

        assertThat(count()).isEqualTo("4");
    }

    @Test
    void shows_hostile_names_as_they_are() {
        var name = "<img src=x onerror=alert(1)> ' \" 😀 ${item.email} ".concat("é".repeat(180));
        database.sql("update customers set name = :name where id = cast(:id as uuid)")
                .param("name", name)
                .param("id", JANE)
                .update();

        Addresses.open("dashboard/customers?query=onerror");

        assertThat(cell(0, "name", "name")).isEqualTo(name);
        assertThat(cell(0, "actions", "name")).isEqualTo(name);
    }

    private String stranger() {
        return database.sql("""
                        insert into customers (name, email, image_url)
                        values ('Stranger & Sons', 'stranger@example.test', '') returning id
                        """).query((rows, number) -> rows.getString(1)).single();
    }

    private GridTester<Grid<CustomerRow>, CustomerRow> grid() {
        Grid<CustomerRow> grid = findInView(CustomerGrid.class).single();
        return test(grid);
    }

    private List<String> column(String name) {
        return IntStream.range(0, grid().size())
                .mapToObj(row -> cell(row, name, name))
                .toList();
    }

    private String cell(int row, String column, String property) {
        return grid().getLitRendererPropertyValue(row, column, property, String.class);
    }

    /** Where screen readers hear what a list shows now. */
    private Span announced() {
        return find(Span.class)
                .withAttribute("role", "status")
                .from(findInView(PageHeader.class).single())
                .single();
    }

    private String count() {
        return findInView(Span.class).withClassName("page-count").single().getText();
    }

    private TextField search() {
        return findInView(TextField.class).withTestId("customer-search").single();
    }

    private String emptyState() {
        return find(Paragraph.class)
                .from(findInView(CustomerGrid.class).single())
                .single()
                .getText();
    }
}
