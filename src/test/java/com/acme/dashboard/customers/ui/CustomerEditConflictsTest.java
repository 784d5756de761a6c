package com.acme.dashboard.customers.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.form.FormDrafts;
import com.vaadin.flow.component.html.NativeTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

/** What becomes of a customer that two people change. */
@IntegrationTest
@WithUserDetails("user@acme.test")
class CustomerEditConflictsTest extends CustomerFormBrowserlessTest {

    @Test
    void tells_the_second_of_two_people_what_the_first_one_changed() {
        conflict();

        assertThat(comparison())
                .containsExactly(
                        List.of("Field", "Before", "Theirs", "Yours"),
                        List.of("Name", "Jane Okafor", "Jane O.", "J. Okafor"),
                        List.of("Image URL", "None", "/jane.png", "None"));
        assertThat(rows("name = 'Jane O.'")).as("nothing is lost silently").isOne();
    }

    @Test
    void takes_theirs() {
        conflict();

        press("Take theirs");
        assertThat(field("Name").getValue()).isEqualTo("Jane O.");
        press("Save");

        assertThat(Addresses.current()).isEqualTo("dashboard/customers");
        assertThat(rows("name = 'Jane O.' and image_url = '/jane.png'")).isOne();
    }

    @Test
    void overwrites_theirs() {
        conflict();

        press("Overwrite with mine");

        assertThat(Addresses.current()).isEqualTo("dashboard/customers");
        assertThat(rows("name = 'J. Okafor' and image_url = ''")).isOne();
    }

    @Test
    void creates_a_deleted_customer_again_with_what_was_typed() {
        database.sql("delete from invoices").update();
        Addresses.open(EDIT);
        type("Name", "Jane O.");
        database.sql("delete from customers where name = 'Jane Okafor'").update();

        press("Save");
        assertThat(test(dialog()).getHeader()).isEqualTo("This customer has been deleted");
        assertThat(field("Name").getValue()).isEqualTo("Jane O.");
        test(dialog()).confirm();

        assertThat(rows("name = 'Jane O.' and email = 'jane@okafor.test'")).isOne();
    }

    @Test
    void restores_what_was_typed_before_the_session_ended_on_top_of_the_version_it_was_typed_on() {
        database.sql("update customers set name = 'Jane O.' where name = 'Jane Okafor'")
                .update();
        Addresses.open(EDIT);

        FormDrafts.offer(
                findInView(CustomerForm.class).single(),
                "{\"name\": \"J. Okafor\", \"email\": \"j@\", \"version\": \"0\"}");
        press("Restore");

        assertThat(field("Name").getValue()).isEqualTo("J. Okafor");
        assertThat(field("Email").isInvalid()).isTrue();
        type("Email", "jane@okafor.test");
        press("Save");
        assertThat(find(NativeTable.class).exists()).isTrue();
        assertThat(rows("name = 'Jane O.'")).isOne();
    }

    private void conflict() {
        Addresses.open(EDIT);
        type("Name", "J. Okafor");
        database.sql("update customers set name = 'Jane O.', image_url = '/jane.png' where name = 'Jane Okafor'")
                .update();
        press("Save");
    }
}
