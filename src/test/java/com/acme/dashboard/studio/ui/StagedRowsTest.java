package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

/** What waits until it is applied. */
@IntegrationTest
@WithUserDetails("admin@acme.test")
class StagedRowsTest extends StudioRowsBrowserlessTest {

    @Test
    void signing_out_asks_first_where_changes_wait() {
        Addresses.open(CUSTOMERS);
        edit(0);
        type("name", "Harbor & Palm");
        stage();

        press("Sign Out");

        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(waiting()).isEqualTo("1 change");
    }

    @Test
    void changes_wait_while_the_rows_are_sorted_and_leaving_the_table_asks_first() {
        Addresses.open(CUSTOMERS);
        edit(0);
        type("name", "Zoo");
        stage();
        Addresses.open(CUSTOMERS + ",desc");
        assertThat(column("name")).contains("Zoo");

        Addresses.open("dashboard/studio?table=todos");
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(Addresses.current()).contains("table=customers");
    }

    @Test
    void a_row_that_is_opened_shows_what_is_stored_and_what_waits_beside_it() {
        Addresses.open(CUSTOMERS);
        edit(0);
        type("name", "Harbor & Palm");
        stage();
        open(0);

        assertThat(find(Pre.class).all()).extracting(Pre::getText).contains("Harbor & Pine");
        assertThat(waits()).containsExactly("Waits to be applied: Harbor & Palm");
        find(Dialog.class).single().close();

        rows().asMultiSelect().select(row(0));
        click("studio-delete-rows");
        open(0);
        assertThat(waits()).containsExactly("This row waits to be deleted. Its values are still as they stand here.");
        assertThat(find(Pre.class).all()).extracting(Pre::getText).contains("Harbor & Pine");
    }

    private List<String> waits() {
        return find(Paragraph.class).from(find(Dialog.class).single()).all().stream()
                .map(Paragraph::getText)
                .toList();
    }
}
