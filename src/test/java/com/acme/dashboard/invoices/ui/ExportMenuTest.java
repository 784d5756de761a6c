package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class ExportMenuTest extends BrowserlessTest {

    @Autowired
    JdbcClient database;

    @Test
    void what_a_sheet_has_no_room_for_is_told_before_it_starts_and_offered_as_csv() {
        countTwoMillion();
        Addresses.open("dashboard/invoices");

        choose("Excel");

        var dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("message"))
                .startsWith("A sheet in Excel has room for 1,048,575 invoices, and these are 2,000,006.");
        assertThat(find(Notification.class).exists()).isFalse();

        test(dialog).confirm();
        assertThat(running()).startsWith("Exporting invoices-").contains(".csv");
        cancel();
    }

    @Test
    void a_csv_file_has_room_for_all() {
        countTwoMillion();
        Addresses.open("dashboard/invoices");

        choose("CSV");

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(running()).startsWith("Exporting invoices-").contains("0 of 2,000,006 invoices");
        cancel();
    }

    private void choose(String format) {
        var menu = find(MenuBar.class).withTestId("export-menu").single();
        new MenuBarTester<>(menu).clickItem("Export", format);
    }

    private String running() {
        return find(Notification.class)
                .withTestId("export-progress")
                .single()
                .getElement()
                .getTextRecursively();
    }

    private void cancel() {
        test(find(Button.class).withTestId("export-cancel").single()).click();
    }

    /** As the trigger notes it where that many are inserted. */
    private void countTwoMillion() {
        database.sql("""
                        insert into invoice_totals_changes (customer_id, status, month, invoices, cents)
                        values ('c0000000-0000-4000-8000-000000000001', 'paid', date '2024-01-01', 2000000, 200000000)
                        """).update();
    }
}
