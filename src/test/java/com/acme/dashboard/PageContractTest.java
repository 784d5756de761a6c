package com.acme.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.security.Visitor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.test.context.support.WithUserDetails;

/** What scripts and tests of other people look for on each page. */
@IntegrationTest
@WithUserDetails("user@acme.test")
class PageContractTest extends BrowserlessTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            dashboard/invoices                                                 | Invoices        | invoice-search invoice-status-filter invoice-grid create-invoice
            dashboard/invoices/create                                          | Create Invoice  | invoice-form invoice-customer invoice-amount invoice-status invoice-date form-save form-cancel
            dashboard/invoices/f0000000-0000-4000-8000-000000000001/edit       | Edit Invoice    | invoice-form form-save form-cancel form-delete
            dashboard/customers                                                | Customers       | customer-search customer-grid create-customer
            dashboard/customers/create                                         | Create Customer | customer-form customer-name customer-email customer-image form-save form-cancel
            dashboard/customers/c0000000-0000-4000-8000-000000000001/edit      | Edit Customer   | customer-form form-save form-cancel form-delete
            dashboard/customers/c0000000-0000-4000-8000-000000000001           | Harbor & Pine   | customer-detail edit-customer create-invoice delete-customer
            dashboard/todos                                                    | Todos           | todo-new todo-list todo-count
            dashboard/invoices/nonsense/edit                                   | Not found       | not-found
            """)
    void a_page_has_its_heading_and_its_test_ids(String path, String heading, String testIds) {
        Addresses.open(path);

        assertThat(find(H1.class).all()).extracting(H1::getText).containsExactly(heading);
        assertThat(testIds(getCurrentView().getElement())).contains(testIds.split(" "));
    }

    private static Stream<String> testIds(Element element) {
        var own = Stream.ofNullable(element.getAttribute("data-testid"));
        return Stream.concat(own, element.getChildren().flatMap(PageContractTest::testIds));
    }

    @ParameterizedTest
    @CsvSource({"invoices, invoice-search", "customers, customer-search"})
    void a_search_says_what_it_searches(String section, String testId) {
        Addresses.open("dashboard/" + section);

        assertThat(find(TextField.class).withTestId(testId).single().getPlaceholder())
                .isEqualTo("Search %s...".formatted(section));
    }

    @Test
    void sign_in_has_its_heading_its_title_and_its_test_id() {
        try (var stranger = new Visitor(port, "198.51.100.32")) {
            assertThat(stranger.get("/login").body())
                    .contains("data-testid=\"login-form\"", ">Sign in</h1>", "<title>Sign in · Acme Dashboard</title>");
        }
    }
}
