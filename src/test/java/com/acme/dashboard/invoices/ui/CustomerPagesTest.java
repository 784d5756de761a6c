package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.invoices.InvoiceRow;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class CustomerPagesTest extends SpringBrowserlessTest {

    private static final String JANE = "dashboard/customers/c0000000-0000-4000-8000-000000000002";

    @Test
    void a_customers_page_shows_contact_data_totals_and_invoices() {
        Addresses.open(JANE);

        assertThat(find(Div.class).withTestId("customer-detail").exists()).isTrue();
        assertThat(findInView(H1.class).single().getText()).isEqualTo("Jane Okafor");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Jane Okafor · Acme Dashboard");
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
    void a_customers_page_leads_to_a_new_invoice_of_that_customer() {
        Addresses.open(JANE);

        Addresses.open(
                findInView(Anchor.class).withTestId("create-invoice").single().getHref());

        assertThat(findInView(CustomerField.class).single().getValue().name()).isEqualTo("Jane Okafor");
    }

    @Test
    void marking_an_invoice_as_paid_on_a_customers_page_shows_at_once() {
        Addresses.open(JANE);

        invoices().invokeLitRendererFunction(0, "actions", "markPaid");

        assertThat(invoices().getLitRendererPropertyValue(0, "status", "status", String.class))
                .isEqualTo("Paid");
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
