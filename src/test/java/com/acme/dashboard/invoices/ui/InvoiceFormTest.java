package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.customers.CustomerOption;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class InvoiceFormTest extends InvoiceFormBrowserlessTest {

    @Autowired
    Clock clock;

    @Test
    void begins_with_a_pending_invoice_of_today() {
        create("");

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Create Invoice");
        assertThat(status().getValue()).isEqualTo(InvoiceStatus.PENDING);
        assertThat(date().getValue()).isEqualTo(LocalDate.now(clock));
        assertThat(customer().getValue()).isNull();
        assertThat(amount().getValue()).isEmpty();
    }

    @Test
    void creates_an_invoice_to_the_cent_and_returns_to_the_list_as_it_was() {
        create("?status=pending&sort=amount,asc");

        customerTester().setFilter("jane@");
        customerTester().selectItem("Jane Okafor");
        test(amount()).setValue("19.99");
        test(date()).setValue(LocalDate.of(2026, 2, 3));
        press("Create Invoice");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?sort=amount,asc&status=pending");
        assertThat(notification()).isEqualTo("Invoice created");
        assertThat(rows("amount = 1999 and status = 'pending' and date = '2026-02-03'"))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    abc         | Enter an amount in dollars
                    0           | The amount must be more than $0.00
                    -1          | The amount must be more than $0.00
                    1.234       | This can be read in two ways. Write 1,234.00 for thousands
                    19.999      | This can be read in two ways. Write 19,999.00 for thousands
                    1e9         | Enter an amount in dollars
                    ''          | Enter an amount
                    99999999999 | The amount can be at most $21,474,836.47
                    """)
    void says_at_the_field_what_is_wrong_with_an_amount(String typed, String message) {
        create("?customer=c0000000-0000-4000-8000-000000000001");

        test(amount()).setValue(typed);
        press("Create Invoice");

        assertThat(amount().isInvalid()).isTrue();
        assertThat(amount().getErrorMessage()).startsWith(message);
        assertThat(amount().getValue()).as("what was typed stays").isEqualTo(typed);
        assertThat(customer().getValue().name()).isEqualTo("Harbor & Pine");
        assertThat(rows("true")).isEqualTo(6);
    }

    @Test
    void says_at_each_field_what_is_missing_and_can_be_sent_again() {
        create("");

        date().clear();
        press("Create Invoice");

        assertThat(customer().getErrorMessage()).isEqualTo("Choose a customer.");
        assertThat(amount().getErrorMessage()).isEqualTo("Enter an amount.");
        assertThat(date().getErrorMessage()).isEqualTo("Choose a date.");
        assertThat(button("Create Invoice").isEnabled()).isTrue();
    }

    @Test
    void finds_customers_by_name_or_email() {
        create("");

        customerTester().setFilter("nordlicht.test");

        assertThat(customerTester().getSuggestions()).containsExactly("Nordlicht Studio");
    }

    @Test
    void shows_a_stored_invoice_and_saves_what_is_changed() {
        edit();

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Edit Invoice");
        assertThat(customer().getValue().name()).isEqualTo("Harbor & Pine");
        assertThat(amount().getValue()).isEqualTo("299.99");
        assertThat(status().getValue()).isEqualTo(InvoiceStatus.PENDING);
        assertThat(date().getValue()).isEqualTo("2024-12-06");
        test(amount()).setValue("1,300.5");
        test(status()).selectItem("Paid");
        press("Save");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        assertThat(notification()).isEqualTo("Invoice saved");
        assertThat(rows("amount = 130050 and status = 'paid' and date = '2024-12-06'"))
                .isOne();
    }

    @Test
    void cancel_leads_back_to_the_list_as_it_was() {
        Addresses.open(EDIT + "?query=harbor");

        press("Cancel");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?query=harbor");
    }

    @Test
    void asks_before_unsaved_changes_are_lost() {
        edit();
        test(amount()).setValue("1");

        press("Cancel");
        assertThat(test(dialog()).getHeader()).isEqualTo("Leave without saving?");
        test(dialog()).cancel();
        assertThat(amount().getValue()).isEqualTo("1");

        press("Cancel");
        test(dialog()).confirm();
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        assertThat(rows("amount = 29999")).isOne();
    }

    @Test
    void does_not_ask_when_a_change_was_taken_back() {
        edit();
        test(amount()).setValue("1");
        test(amount()).setValue("299.99");

        press("Cancel");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
    }

    @Test
    void deletes_after_asking_and_undo_brings_it_back() {
        edit();

        press("Delete");
        test(dialog()).confirm();
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        assertThat(rows("id = 'f0000000-0000-4000-8000-000000000001'")).isZero();

        press("Undo");
        assertThat(rows("id = 'f0000000-0000-4000-8000-000000000001' and amount = 29999"))
                .isOne();
    }

    @Test
    void says_when_the_customer_has_been_deleted_meanwhile_and_keeps_the_rest() {
        database.sql(
                        "insert into customers (id, name, email, image_url) values ('c0000000-0000-4000-8000-000000000009', 'Gone Ltd', 'gone@gone.test', '')")
                .update();
        create("?customer=c0000000-0000-4000-8000-000000000009");
        test(amount()).setValue("12.50");
        database.sql("delete from customers where id = 'c0000000-0000-4000-8000-000000000009'")
                .update();

        press("Create Invoice");

        assertThat(customer().getErrorMessage()).isEqualTo("This customer has been deleted. Choose another one.");
        assertThat(amount().getValue()).isEqualTo("12.50");
        customerTester().selectItem("Jane Okafor");
        press("Create Invoice");
        assertThat(rows("amount = 1250")).isOne();
    }

    @Test
    @ExpectedLog(Failures.class)
    void keeps_everything_when_the_database_fails_and_saves_at_the_next_try() {
        edit();
        test(amount()).setValue("500");
        database.sql("alter table invoices rename to invoices_away").update();
        try {
            press("Save");
        } finally {
            database.sql("alter table invoices_away rename to invoices").update();
        }

        assertThat(findInView(Paragraph.class)
                        .withTextContaining("Nothing was saved")
                        .exists())
                .isTrue();
        assertThat(amount().getValue()).isEqualTo("500");
        press("Save");
        assertThat(rows("amount = 50000")).isOne();
    }

    @Test
    @ExpectedLog(Failures.class)
    void what_was_saved_is_not_said_to_be_lost_where_the_database_fails_afterwards() {
        edit();
        test(amount()).setValue("500");
        database.sql("alter table customers rename to customers_away").update();
        try {
            press("Save");

            assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        } finally {
            database.sql("alter table customers_away rename to customers").update();
        }
        assertThat(rows("amount = 50000")).isOne();
        assertThat(find(Paragraph.class).withTextContaining("Nothing was saved").exists())
                .isFalse();
    }

    @Test
    @ExpectedLog(Failures.class)
    void unsaved_changes_are_discarded_while_the_database_does_not_answer() {
        edit();
        test(amount()).setValue("500");
        database.sql("alter table customers rename to customers_away").update();
        try {
            press("Cancel");
            test(dialog()).confirm();

            assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        } finally {
            database.sql("alter table customers_away rename to customers").update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dashboard/invoices/f0000000-0000-4000-8000-00000000ffff/edit",
                "dashboard/invoices/1-1-1-1-1/edit",
                "dashboard/invoices/nonsense/edit"
            })
    void an_unknown_invoice_is_a_page_that_is_not_found(String path) {
        Addresses.open(path);

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Not found");
    }

    private void create(String query) {
        Addresses.open("dashboard/invoices/create" + query);
    }

    private ComboBoxTester<ComboBox<CustomerOption>, CustomerOption> customerTester() {
        return test(customer());
    }
}
