package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class DataViewTest extends SpringBrowserlessTest {

    @Test
    void asks_for_a_table_where_none_is_chosen() {
        Addresses.open("dashboard/studio");

        assertThat(find(H1.class).single().getText()).isEqualTo("Studio");
        assertThat(findInView(Paragraph.class).single().getText()).isEqualTo("Choose a table to see its rows.");
    }

    @Test
    @WithUserDetails("user@acme.test")
    void is_not_there_for_those_who_are_not_administrators() {
        Addresses.open("dashboard/studio");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }
}
