package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Breadcrumb;
import com.acme.dashboard.common.ui.Pushes;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceRow;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class CustomerPagesTest extends BrowserlessTest {

    private static final UUID JANES_ID = UUID.fromString("c0000000-0000-4000-8000-000000000002");
    private static final String JANE = "dashboard/customers/" + JANES_ID;

    private static final String LIST = "?query=jane&sort=paid%2Cdesc";

    @Autowired
    private CustomerService customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void a_customers_page_shows_contact_data_totals_and_invoices() {
        Addresses.open(JANE);

        assertThat(find(Div.class).withTestId("customer-detail").exists()).isTrue();
        assertThat(findInView(H1.class).single().getText()).isEqualTo("Jane Okafor");
        assertThat(title()).isEqualTo("Jane Okafor · Acme Dashboard");
        assertThat(findInView(Anchor.class)
                        .withText("jane@okafor.test")
                        .single()
                        .getHref())
                .isEqualTo("mailto:jane@okafor.test");
        assertThat(findInView(Description.class).all().stream().map(Description::getText))
                .contains("2", "$1,234.56", "$19.99");
        assertThat(IntStream.range(0, invoices().size())
                        .mapToObj(row -> invoices().getLitRendererPropertyValue(row, "amount", "amount", String.class)))
                .containsExactly("$1,234.56", "$19.99");
    }

    @Test
    void what_was_paid_in_a_month_stands_over_its_bar() {
        jdbc.sql("insert into invoices (customer_id, amount, status, date) values (:jane, 123456, 'paid', :today)")
                .param("jane", JANES_ID)
                .param("today", LocalDate.now(clock))
                .update();

        Addresses.open(JANE);

        assertThat(find(
                                Span.class,
                                findInView(Div.class).withTestId("paid-months").single())
                        .withText("1.2K")
                        .exists())
                .isTrue();
    }

    @Test
    void a_customers_page_leads_to_a_new_invoice_of_that_customer() {
        Addresses.open(JANE);

        Addresses.open(
                findInView(Anchor.class).withTestId("create-invoice").single().getHref());

        assertThat(findInView(CustomerField.class).single().getValue().name()).isEqualTo("Jane Okafor");
    }

    @Test
    void a_customers_page_leads_back_to_the_list_with_what_it_showed() {
        Addresses.open(JANE + LIST);
        assertThat(wayUp().getFirst().getHref()).isEqualTo("dashboard/customers" + LIST);

        Addresses.open(
                findInView(Anchor.class).withTestId("edit-customer").single().getHref());
        assertThat(wayUp()).extracting(Anchor::getHref).containsExactly("dashboard/customers" + LIST, JANE + LIST);
        press("Save");

        assertThat(Addresses.current()).isEqualTo(JANE + LIST.replace("%2C", ","));
        press("Delete");
        assertThat(find(Anchor.class)
                        .from(find(Dialog.class).withTestId("customer-kept").single())
                        .single()
                        .getHref())
                .isEqualTo(JANE + LIST);
    }

    @Test
    void whoever_deletes_a_customer_on_its_page_is_back_at_the_list_with_what_it_showed() {
        var created = customers.save(new CustomerDraft(null, "Short Visit", "short@visit.test", "", null));
        Addresses.open("dashboard/customers/" + created + "?query=short");

        press("Delete");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(Addresses.current()).isEqualTo("dashboard/customers?query=short");
    }

    @Test
    void the_form_of_an_invoice_leads_back_to_the_customers_page_that_it_was_opened_from() {
        Addresses.open(JANE + LIST);
        Addresses.open(invoices().getLitRendererPropertyValue(0, "actions", "editPath", String.class));
        press("Save");
        assertThat(Addresses.current()).isEqualTo(JANE + LIST.replace("%2C", ","));

        Addresses.open(
                findInView(Anchor.class).withTestId("create-invoice").single().getHref());
        press("Cancel");
        assertThat(Addresses.current()).isEqualTo(JANE + LIST.replace("%2C", ","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "//evil.test/dashboard/customers",
                "javascript:alert(1)",
                "dashboard/customers/../studio",
                "dashboard/customers?query=%zz",
                "detail"
            })
    void the_forms_lead_nowhere_else(String address) {
        UI.getCurrent().navigate("dashboard/invoices/create", QueryParameters.of("return", address));
        press("Cancel");
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices");

        UI.getCurrent().navigate(JANE + "/edit", QueryParameters.of("return", address));
        press("Cancel");
        assertThat(Addresses.current()).isEqualTo("dashboard/customers");
    }

    @Test
    void marking_an_invoice_as_paid_on_a_customers_page_shows_at_once() {
        Addresses.open(JANE);

        invoices().invokeLitRendererFunction(0, "actions", "markPaid");

        assertThat(invoices().getLitRendererPropertyValue(0, "status", "status", String.class))
                .isEqualTo("Paid");
    }

    @Test
    void one_whom_another_program_left_without_a_name_can_be_seen_and_followed() {
        jdbc.sql("update customers set name = ' ' where id = :id")
                .param("id", JANES_ID)
                .update();

        Addresses.open(JANE);
        assertThat(findInView(H1.class).single().getText()).isEqualTo("Unnamed");
        assertThat(title()).isEqualTo("Unnamed · Acme Dashboard");
        assertThat(invoices().getLitRendererPropertyValue(0, "customer", "customer", String.class))
                .isEqualTo("Unnamed");

        Addresses.open(JANE + "/edit");
        assertThat(findInView(Breadcrumb.class).single().getElement().getTextRecursively())
                .contains("Unnamed");
        assertThat(findInView(TextField.class).withLabel("Name").single().getValue())
                .as("the field shows what is stored")
                .isBlank();
    }

    @Test
    void a_new_name_shows_without_disturbing_who_reads_on() throws InterruptedException {
        Addresses.open(JANE);
        var grid = findInView(InvoiceGrid.class).single();

        elsewhere(() -> {
            var jane = customers.draft(JANES_ID).orElseThrow();
            customers.save(new CustomerDraft(jane.id(), "Jane Novak", jane.email(), jane.imageUrl(), jane.version()));
        });

        Pushes.untilAsserted(() -> {
            assertThat(findInView(H1.class).single().getText()).isEqualTo("Jane Novak");
            assertThat(title()).isEqualTo("Jane Novak · Acme Dashboard");
        });
        assertThat(findInView(Breadcrumb.class).single().getElement().getTextRecursively())
                .contains("Jane Novak")
                .doesNotContain("Okafor");
        assertThat(findInView(InvoiceGrid.class).single()).isSameAs(grid);
    }

    @Test
    void a_customer_who_is_deleted_meanwhile_is_no_longer_named() throws InterruptedException {
        var created = customers.save(new CustomerDraft(null, "Short Visit", "short@visit.test", "", null));
        Addresses.open("dashboard/customers/" + created);
        assertThat(title()).isEqualTo("Short Visit · Acme Dashboard");

        elsewhere(() -> customers.delete(created));

        Pushes.untilAsserted(() -> {
            assertThat(findInView(H1.class).single().getText()).isEqualTo("Customers");
            assertThat(title()).isEqualTo("Customers · Acme Dashboard");
        });
    }

    @Test
    void an_address_with_more_in_it_than_an_address_does_not_write_to_others() {
        var created = customers.save(new CustomerDraft(null, "Two Faced", "a?bcc=x@evil.test", "", null));

        Addresses.open("dashboard/customers/" + created);

        assertThat(findInView(Anchor.class)
                        .withText("a?bcc=x@evil.test")
                        .single()
                        .getHref())
                .isEqualTo("mailto:a%3Fbcc%3Dx@evil.test");
    }

    private List<Anchor> wayUp() {
        return find(Anchor.class).from(findInView(Breadcrumb.class).single()).all();
    }

    private static void elsewhere(Runnable work) throws InterruptedException {
        Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(work)).join();
    }

    private static String title() {
        return UI.getCurrent().getInternals().getTitle();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard/customers/c0000000-0000-4000-8000-00000000ffff", "dashboard/customers/jane"})
    void an_unknown_customer_is_a_page_that_is_not_found(String path) {
        Addresses.open(path);

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Not found");
    }

    private GridTester<Grid<InvoiceRow>, InvoiceRow> invoices() {
        Grid<InvoiceRow> grid = findInView(InvoiceGrid.class).single();
        return test(grid);
    }
}
