package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.Pushes;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceService;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class InvoiceListViewTest extends BrowserlessTest {

    @Autowired
    JdbcClient database;

    @Autowired
    InvoiceService invoices;

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
    void marks_an_invoice_as_paid_and_undoes_it() {
        open("dashboard/invoices");

        grid().invokeLitRendererFunction(0, "actions", "markPaid");
        assertThat(column("status")).startsWith("Paid", "Pending");
        assertThat(notification()).isEqualTo("Invoice marked as paid");

        test(find(Button.class).withText("Undo").single()).click();
        assertThat(column("status")).startsWith("Pending", "Pending");
    }

    @Test
    void marks_all_selected_invoices_as_paid_with_one_message() {
        open("dashboard/invoices");
        IntStream.of(0, 1, 2).forEach(grid()::select);

        assertThat(findInView(Span.class).withText("3 selected").exists()).isTrue();
        assertThat(findInView(Span.class).withText("$1,982.55").exists()).isTrue();
        test(findInView(Button.class).withText("Mark as paid").single()).click();

        assertThat(column("status")).doesNotContain("Pending");
        assertThat(notification()).isEqualTo("2 invoices marked as paid");
        assertThat(grid().getSelected()).as("the selection survives").hasSize(3);
        test(find(Button.class).withText("Undo").single()).click();
        assertThat(column("status")).startsWith("Pending", "Pending", "Paid");
    }

    @Test
    void marking_twice_as_paid_leaves_the_undo_of_the_first_time_and_offers_none_of_the_second() {
        open("dashboard/invoices");
        IntStream.of(0, 1).forEach(grid()::select);
        var markPaid = findInView(Button.class).withText("Mark as paid").single();

        test(markPaid).click();
        test(markPaid).click();

        assertThat(notification()).isEqualTo("Nothing to do: all of them are paid");
        test(find(Button.class).withText("Undo").single()).click();
        assertThat(column("status")).startsWith("Pending", "Pending");
    }

    @Test
    void asks_before_it_deletes_and_brings_the_same_invoice_back() {
        open("dashboard/invoices");

        grid().invokeLitRendererFunction(0, "actions", "remove");
        assertThat(count()).isEqualTo("6");
        assertThat(test(find(ConfirmDialog.class).single()).getHeader())
                .isEqualTo("Delete the invoice of Harbor & Pine, $299.99?");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(count()).isEqualTo("5");
        assertThat(notification()).isEqualTo("Invoice deleted");

        test(find(Button.class).withText("Undo").single()).click();
        assertThat(count()).isEqualTo("6");
        assertThat(cell(0, "actions", "editPath"))
                .isEqualTo("dashboard/invoices/f0000000-0000-4000-8000-000000000001/edit");
    }

    @Test
    void keeps_an_invoice_that_is_not_to_be_deleted_after_all() {
        open("dashboard/invoices");

        grid().invokeLitRendererFunction(0, "actions", "remove");
        test(find(ConfirmDialog.class).single()).cancel();

        assertThat(count()).isEqualTo("6");
    }

    @Test
    void deletes_all_selected_invoices_and_brings_them_back() {
        open("dashboard/invoices");
        IntStream.of(1, 2).forEach(grid()::select);

        test(findInView(Button.class).withText("Delete").single()).click();
        assertThat(test(find(ConfirmDialog.class).single()).getHeader()).isEqualTo("Delete these 2 invoices?");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(column("amount")).containsExactly("$299.99", "$19.99", "$666.00", "$5.00");
        assertThat(grid().getSelected()).isEmpty();

        test(find(Button.class).withText("Undo").single()).click();
        assertThat(count()).isEqualTo("6");
    }

    @Test
    @ExpectedLog(Failures.class)
    void what_could_not_be_brought_back_can_be_brought_back_at_the_next_try() {
        open("dashboard/invoices");
        grid().invokeLitRendererFunction(0, "actions", "remove");
        test(find(ConfirmDialog.class).single()).confirm();

        database.sql("alter table invoices rename to invoices_away").update();
        try {
            test(find(Button.class).withText("Undo").single()).click();
            assertThat(find(Span.class)
                            .withTextContaining("Nothing was changed")
                            .exists())
                    .isTrue();
        } finally {
            database.sql("alter table invoices_away rename to invoices").update();
        }
        assertThat(notification()).isEqualTo("Invoice deleted");
        test(find(Button.class).withText("Undo").single()).click();

        assertThat(count()).isEqualTo("6");
        assertThat(find(Button.class).withText("Undo").exists()).isFalse();
    }

    @Test
    @ExpectedLog(Failures.class)
    void what_could_not_be_made_pending_again_can_be_at_the_next_try() {
        open("dashboard/invoices");
        grid().invokeLitRendererFunction(0, "actions", "markPaid");

        database.sql("alter table invoices rename to invoices_away").update();
        try {
            test(find(Button.class).withText("Undo").single()).click();
        } finally {
            database.sql("alter table invoices_away rename to invoices").update();
        }
        test(find(Button.class).withText("Undo").single()).click();

        assertThat(column("status")).startsWith("Pending", "Pending");
    }

    @Test
    void the_first_selected_invoice_is_announced_outside_of_the_bar_that_it_brings() {
        open("dashboard/invoices");
        var status = find(Span.class)
                .withAttribute("role", "status")
                .withCondition(span -> span.getParent().orElseThrow() instanceof InvoiceListView)
                .single();
        assertThat(status.getText()).isEmpty();

        grid().select(0);

        assertThat(status.getText()).isEqualTo("1 selected");
    }

    @Test
    void another_filter_ends_the_selection_and_another_order_does_not() {
        open("dashboard/invoices");
        IntStream.of(0, 1).forEach(grid()::select);

        grid().sortByColumn("amount");
        assertThat(grid().getSelected()).hasSize(2);
        test(status()).selectItem("Paid");

        assertThat(grid().getSelected()).isEmpty();
        assertThat(findInView(InvoiceSelectionBar.class).exists()).isFalse();
    }

    @Test
    void what_leaves_the_list_leaves_the_selection() {
        open("dashboard/invoices?status=pending");
        IntStream.of(0, 1).forEach(grid()::select);

        test(findInView(Button.class).withText("Mark as paid").single()).click();

        assertThat(grid().getSelected()).isEmpty();
        assertThat(findInView(InvoiceSelectionBar.class).exists()).isFalse();
    }

    @Test
    void what_is_not_found_any_more_leaves_the_selection_and_the_others_stay() {
        open("dashboard/invoices?query=harbor");
        IntStream.of(0, 1).forEach(grid()::select);
        var other = grid().getRow(1).id();
        database.sql("""
                        update invoices set customer_id = 'c0000000-0000-4000-8000-000000000003'
                         where id = 'f0000000-0000-4000-8000-000000000001'
                        """).update();

        test(findInView(Button.class).withText("Mark as paid").single()).click();

        assertThat(grid().getSelected()).extracting(InvoiceRow::id).containsExactly(other);
    }

    @Test
    void what_colleagues_do_to_selected_invoices_shows_in_the_selection() throws InterruptedException {
        open("dashboard/invoices");
        IntStream.of(0, 1, 3).forEach(grid()::select);
        database.sql("update invoices set amount = 100 where amount = 29999").update();
        var gone = grid().getRow(3).id();

        elsewhere(() -> invoices.deleteAll(List.of(gone)));

        Pushes.untilAsserted(
                () -> assertThat(findInView(Span.class).withText("2 selected").exists())
                        .isTrue());
        assertThat(findInView(Span.class).withText("$1,235.56").exists()).isTrue();
        assertThat(grid().getSelected()).hasSize(2);
    }

    @Test
    void says_how_many_invoices_came_back_where_some_are_back_already() {
        open("dashboard/invoices");
        IntStream.of(1, 2).forEach(grid()::select);
        test(findInView(Button.class).withText("Delete").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        database.sql("""
                        insert into invoices (id, customer_id, amount, status, date)
                        values ('f0000000-0000-4000-8000-000000000002', 'c0000000-0000-4000-8000-000000000001', 1, 'paid', '2024-12-01')
                        """).update();

        test(find(Button.class).withText("Undo").single()).click();

        assertThat(notification()).isEqualTo("Invoice restored");
    }

    @Test
    void usual_ranges_follow_the_day_of_the_click() {
        var clock = new AdjustableClock();
        var chosen = new ArrayList<String>();
        var filter = new DateRangeFilter(clock, (from, to) -> chosen.add(from + " " + to));
        UI.getCurrent().add(filter);
        var month = YearMonth.now(clock);

        clock.advance(Duration.ofDays(400));
        MockVaadin.clientRoundtrip();
        for (var preset : List.of("This month", "Last month", "This year")) {
            find(Button.class).withText(preset).single().click();
        }

        var now = YearMonth.now(clock);
        assertThat(now).isNotEqualTo(month);
        assertThat(chosen)
                .containsExactly(
                        now.atDay(1) + " " + now.atEndOfMonth(),
                        now.minusMonths(1).atDay(1) + " " + now.minusMonths(1).atEndOfMonth(),
                        now.getYear() + "-01-01 " + now.getYear() + "-12-31");
    }

    @Test
    void an_end_of_the_range_that_passes_the_other_leaves_that_one_open() {
        open("dashboard/invoices?from=2024-01-01&to=2024-01-31");
        MockVaadin.clientRoundtrip();

        test(end("From")).setValue(LocalDate.of(2024, 3, 1));
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?from=2024-03-01");
        assertThat(end("To").getValue()).isNull();

        test(end("To")).setValue(LocalDate.of(2024, 3, 31));
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?from=2024-03-01&to=2024-03-31");

        test(end("To")).setValue(LocalDate.of(2024, 2, 1));
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?to=2024-02-01");
        assertThat(end("From").getValue()).isNull();
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

    private static void elsewhere(Runnable work) throws InterruptedException {
        Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(work)).join();
    }

    private void open(String path) {
        Addresses.open(path);
    }

    private GridTester<Grid<InvoiceRow>, InvoiceRow> grid() {
        Grid<InvoiceRow> grid = findInView(InvoiceGrid.class).single();
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
        return findInView(TextField.class).withTestId("invoice-search").single();
    }

    private StatusFilter status() {
        return findInView(StatusFilter.class).single();
    }

    private DatePicker end(String label) {
        return find(DatePicker.class).withLabel(label).single();
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

    private String notification() {
        return find(Span.class)
                .withClassName("notification-text")
                .from(find(Notification.class).last())
                .single()
                .getText();
    }
}
