package com.acme.dashboard.customers.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Failures;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class CustomerFormTest extends CustomerFormBrowserlessTest {

    private static final String CREATE = "dashboard/customers/create";

    @Test
    void creates_a_customer_without_an_image_and_returns_to_the_list_as_it_was() {
        Addresses.open(CREATE + "?query=o&sort=paid,desc");
        assertThat(findInView(H1.class).single().getText()).isEqualTo("Create Customer");

        type("Name", "  Mia Novak ");
        type("Email", "mia@novak.test");
        press("Create Customer");

        assertThat(Addresses.current()).isEqualTo("dashboard/customers?query=o&sort=paid,desc");
        assertThat(notification()).isEqualTo("Customer created");
        assertThat(rows("name = 'Mia Novak' and email = 'mia@novak.test' and image_url = ''"))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Name      | ''                   | Enter a name.
                    Email     | ''                   | Enter an email address.
                    Email     | mia@novak            | Write an email address like jane@example.com.
                    Image URL | http://novak.test/a  | Use an address that starts with https://, or a path on this site that starts with one /.
                    Image URL | //novak.test/a       | Use an address that starts with https://, or a path on this site that starts with one /.
                    Image URL | javascript:alert(1)  | Use an address that starts with https://, or a path on this site that starts with one /.
                    """)
    void says_at_the_field_what_is_wrong_and_keeps_what_was_typed(String label, String typed, String message) {
        Addresses.open(CREATE);
        type("Name", "Mia");
        type("Email", "mia@novak.test");

        type(label, typed);
        press("Create Customer");

        assertThat(field(label).isInvalid()).isTrue();
        assertThat(field(label).getErrorMessage()).isEqualTo(message);
        assertThat(field(label).getValue()).isEqualTo(typed);
        assertThat(button("Create Customer").isEnabled()).isTrue();
        assertThat(rows("true")).isEqualTo(3);
    }

    @Test
    void says_it_as_the_field_is_left() {
        Addresses.open(CREATE);

        type("Email", "mia");

        assertThat(field("Email").getErrorMessage()).isEqualTo("Write an email address like jane@example.com.");
        assertThat(field("Name").isInvalid()).isFalse();
    }

    @Test
    void refuses_more_characters_than_the_column_holds() {
        Addresses.open(CREATE);

        type("Name", "x".repeat(256));

        assertThat(field("Name").getErrorMessage()).isEqualTo("Use at most 255 characters.");
    }

    @Test
    void warns_of_another_customer_with_the_same_email_and_saves_all_the_same() {
        Addresses.open(CREATE);
        type("Name", "Jane the Second");

        type("Email", "JANE@okafor.test");

        assertThat(warning()).contains("Jane Okafor has the same email. You can save all the same.");
        assertThat(find(Anchor.class).withText("Open Jane Okafor").single())
                .satisfies(link -> assertThat(link.getHref()).isEqualTo(JANE))
                .satisfies(link -> assertThat(link.getTarget()).hasValue("_blank"));
        press("Create Customer");
        assertThat(rows("lower(email) = 'jane@okafor.test'")).isEqualTo(2);
    }

    @Test
    void does_not_warn_of_the_customer_itself_and_takes_the_warning_back() {
        Addresses.open(EDIT);
        assertThat(warning()).isEmpty();

        type("Email", "hello@nordlicht.test");
        assertThat(warning()).startsWith("Nordlicht Studio");
        type("Email", "jane@okafor.test");

        assertThat(warning()).isEmpty();
    }

    @Test
    void shows_the_picture_as_it_will_be() {
        Addresses.open(CREATE);
        type("Name", "Mia Novak");
        assertThat(avatar().getAbbreviation()).isEqualTo("MN");

        type("Image URL", "/images/customers/kestrel-media.svg");
        assertThat(avatar().getImage()).isEqualTo("/images/customers/kestrel-media.svg");

        type("Image URL", "javascript:alert(1)");
        assertThat(avatar().getImage()).isNull();
    }

    @Test
    void shows_a_stored_customer_and_saves_what_is_changed() {
        Addresses.open(EDIT);

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Edit Customer");
        assertThat(field("Name").getValue()).isEqualTo("Jane Okafor");
        assertThat(field("Email").getValue()).isEqualTo("jane@okafor.test");
        assertThat(field("Image URL").getValue()).isEmpty();
        type("Image URL", "https://okafor.test/jane.png");
        press("Save");

        assertThat(Addresses.current()).isEqualTo("dashboard/customers");
        assertThat(notification()).isEqualTo("Customer saved");
        assertThat(rows("name = 'Jane Okafor' and image_url = 'https://okafor.test/jane.png'"))
                .isOne();
    }

    @Test
    void leads_back_to_the_customers_page_where_it_was_opened_there() {
        Addresses.open(JANE);
        Addresses.open(
                findInView(Anchor.class).withTestId("edit-customer").single().getHref());

        type("Name", "Jane O.");
        press("Save");

        assertThat(Addresses.current()).isEqualTo(JANE);
        assertThat(findInView(H1.class).single().getText()).isEqualTo("Jane O.");
    }

    @Test
    void asks_before_unsaved_changes_are_lost() {
        Addresses.open(EDIT);
        type("Name", "J");

        press("Cancel");
        assertThat(test(dialog()).getHeader()).isEqualTo("Leave without saving?");
        test(dialog()).cancel();
        assertThat(field("Name").getValue()).isEqualTo("J");

        press("Cancel");
        test(dialog()).confirm();
        assertThat(Addresses.current()).isEqualTo("dashboard/customers");
        assertThat(rows("name = 'Jane Okafor'")).isOne();
    }

    @Test
    void does_not_ask_when_a_change_was_taken_back() {
        Addresses.open(EDIT);
        type("Name", "J");
        type("Name", "Jane Okafor");

        press("Cancel");

        assertThat(Addresses.current()).isEqualTo("dashboard/customers");
    }

    @Test
    void does_not_delete_a_customer_with_invoices() {
        Addresses.open(EDIT);

        press("Delete");

        assertThat(find(Dialog.class).withTestId("customer-kept").single().getHeaderTitle())
                .isEqualTo("Jane Okafor cannot be deleted");
        assertThat(rows("true")).isEqualTo(3);
    }

    @Test
    void deletes_after_asking_and_undo_brings_the_same_customer_back() {
        database.sql("delete from invoices").update();
        Addresses.open(EDIT);

        press("Delete");
        test(dialog()).confirm();
        assertThat(Addresses.current()).isEqualTo("dashboard/customers");
        assertThat(rows("name = 'Jane Okafor'")).isZero();

        press("Undo");
        assertThat(rows("id = 'c0000000-0000-4000-8000-000000000002' and email = 'jane@okafor.test'"))
                .isOne();
    }

    @Test
    @ExpectedLog(Failures.class)
    void keeps_everything_when_the_database_fails_and_saves_at_the_next_try() {
        Addresses.open(EDIT);
        type("Name", "Jane O.");
        database.sql("alter table customers rename to customers_away").update();
        try {
            press("Save");
        } finally {
            database.sql("alter table customers_away rename to customers").update();
        }

        assertThat(findInView(Paragraph.class)
                        .withTextContaining("Nothing was saved")
                        .exists())
                .isTrue();
        assertThat(field("Name").getValue()).isEqualTo("Jane O.");
        press("Save");
        assertThat(rows("name = 'Jane O.'")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dashboard/customers/c0000000-0000-4000-8000-00000000ffff/edit",
                "dashboard/customers/1-1-1-1-1/edit",
                "dashboard/customers/nonsense/edit"
            })
    void an_unknown_customer_is_a_page_that_is_not_found(String path) {
        Addresses.open(path);

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Not found");
    }

    private Avatar avatar() {
        return find(Avatar.class).from(field("Image URL")).single();
    }

    private String warning() {
        return findInView(Div.class)
                .withTestId("same-email")
                .single()
                .getElement()
                .getTextRecursively();
    }
}
