package com.acme.dashboard.common.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTest {

    private static final String CUSTOMERS = "dashboard/customers";
    private static final String JANE = CUSTOMERS + "/c0000000-0000-4000-8000-000000000002";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CUSTOMERS,
                CUSTOMERS + "?query=Harbor%20%26%20Pine&sort=paid%2Cdesc",
                JANE,
                JANE + "?query=jane",
            })
    void a_form_leads_back_to_the_page_that_its_link_was_on(String address) {
        var query = new WayBack(address).toQuery(QueryParameters.of("sort", "paid,desc"));
        var parameters = QueryParameters.fromString(query.substring(1));

        assertThat(WayBack.of(parameters, CUSTOMERS)).contains(new WayBack(address));
        assertThat(parameters.getSingleParameter("sort")).contains("paid,desc");
    }

    @Test
    void a_form_without_a_way_back_has_none() {
        assertThat(WayBack.of(QueryParameters.of("sort", "paid,desc"), CUSTOMERS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "https://evil.test",
                "https://evil.test/dashboard/customers",
                "//evil.test/dashboard/customers",
                "/dashboard/customers",
                "javascript:alert(1)",
                "dashboard/customers/",
                "dashboard/customers/../studio",
                "dashboard/customers/jane",
                "dashboard/customers/create",
                "dashboard/customers#studio",
                "dashboard/customersandmore",
                "dashboard/customers?query=%zz",
                JANE + "/edit",
                "dashboard/invoices",
                "dashboard/studio",
                "detail"
            })
    void a_way_back_leads_out_of_the_section_for_nobody(String address) {
        assertThat(WayBack.of(QueryParameters.of("return", address), CUSTOMERS)).isEmpty();
    }
}
