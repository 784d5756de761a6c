package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Failures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class InvoiceEditConflictsTest extends InvoiceFormBrowserlessTest {

    @Test
    void tells_the_second_of_two_people_what_the_first_one_changed() {
        edit();
        test(amount()).setValue("500");
        database.sql(
                        "update invoices set amount = 70000, status = 'paid' where id = 'f0000000-0000-4000-8000-000000000001'")
                .update();

        press("Save");

        assertThat(comparison())
                .containsExactly(
                        List.of("Field", "Before", "Theirs", "Yours"),
                        List.of("Amount", "$299.99", "$700.00", "$500.00"),
                        List.of("Status", "Pending", "Paid", "Pending"));
        assertThat(rows("amount = 70000 and status = 'paid'"))
                .as("nothing is lost silently")
                .isOne();
    }

    @Test
    void takes_theirs() {
        conflict();

        press("Take theirs");
        assertThat(amount().getValue()).isEqualTo("700.00");
        press("Save");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        assertThat(rows("amount = 70000")).isOne();
    }

    @Test
    @ExpectedLog(Failures.class)
    void overwrites_nothing_silently_where_theirs_could_not_be_shown() {
        conflict();
        database.sql("alter table customers rename to customers_away").update();
        try {
            press("Take theirs");
        } finally {
            database.sql("alter table customers_away rename to customers").update();
        }

        assertThat(amount().getValue()).as("what was typed").isEqualTo("500");
        press("Save");
        assertThat(comparison()).contains(List.of("Amount", "$299.99", "$700.00", "$500.00"));
        assertThat(rows("amount = 70000")).isOne();
    }

    @Test
    void overwrites_theirs() {
        conflict();

        press("Overwrite with mine");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        assertThat(rows("amount = 50000")).isOne();
    }

    @Test
    void creates_a_deleted_invoice_again_with_what_was_typed() {
        edit();
        test(amount()).setValue("500");
        database.sql("delete from invoices where id = 'f0000000-0000-4000-8000-000000000001'")
                .update();

        press("Save");
        assertThat(test(dialog()).getHeader()).isEqualTo("This invoice has been deleted");
        test(dialog()).confirm();

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");
        assertThat(rows("amount = 50000 and date = '2024-12-06'")).isOne();
    }

    private void conflict() {
        edit();
        test(amount()).setValue("500");
        database.sql("update invoices set amount = 70000 where id = 'f0000000-0000-4000-8000-000000000001'")
                .update();
        press("Save");
    }
}
