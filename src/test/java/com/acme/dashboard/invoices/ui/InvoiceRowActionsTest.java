package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Failures;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class InvoiceRowActionsTest extends InvoiceListBrowserlessTest {

    @Autowired
    JdbcClient database;

    @Test
    void marks_an_invoice_as_paid_and_undoes_it() {
        open("dashboard/invoices");

        grid().invokeLitRendererFunction(0, "actions", "markPaid");
        assertThat(column("status")).startsWith("Paid", "Pending");
        assertThat(notification()).isEqualTo("Invoice marked as paid");

        press("Undo");
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

        press("Undo");
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
    @ExpectedLog(Failures.class)
    void what_could_not_be_brought_back_can_be_brought_back_at_the_next_try() {
        open("dashboard/invoices");
        grid().invokeLitRendererFunction(0, "actions", "remove");
        test(find(ConfirmDialog.class).single()).confirm();

        database.sql("alter table invoices rename to invoices_away").update();
        try {
            press("Undo");
            assertThat(find(Span.class)
                            .withTextContaining("Nothing was changed")
                            .exists())
                    .isTrue();
        } finally {
            database.sql("alter table invoices_away rename to invoices").update();
        }
        assertThat(notification()).isEqualTo("Invoice deleted");
        press("Undo");

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
            press("Undo");
        } finally {
            database.sql("alter table invoices_away rename to invoices").update();
        }
        press("Undo");

        assertThat(column("status")).startsWith("Pending", "Pending");
    }
}
