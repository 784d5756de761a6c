package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Pushes;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceService;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class InvoiceSelectionTest extends InvoiceListBrowserlessTest {

    @Autowired
    JdbcClient database;

    @Autowired
    InvoiceService invoices;

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
        press("Undo");
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
        press("Undo");
        assertThat(column("status")).startsWith("Pending", "Pending");
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

        press("Undo");
        assertThat(count()).isEqualTo("6");
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

        press("Undo");

        assertThat(notification()).isEqualTo("Invoice restored");
    }

    private static void elsewhere(Runnable work) throws InterruptedException {
        Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(work)).join();
    }
}
