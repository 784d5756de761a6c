package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.todos.TodosChanged;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Pre;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class RowEditingTest extends StudioRowsBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Changes changes;

    @Test
    void a_row_is_changed_by_its_form_shown_as_sql_and_applied() {
        Addresses.open(CUSTOMERS);
        edit(0);
        type("name", "Harbor & Palm");
        stage();

        assertThat(column("name")).containsExactly("Harbor & Palm", "Jane Okafor", "Nordlicht Studio");
        assertThat(names()).contains("Harbor & Pine");
        assertThat(label(0)).isEqualTo("Edit row 1, which has changes that are not applied");
        assertThat(waiting()).isEqualTo("1 change");
        click("studio-edit-sql");
        assertThat(find(Pre.class).single().getText())
                .startsWith("update \"public\".\"customers\"\nset \"name\" = 'Harbor & Palm'\nwhere \"id\" = ");
        find(Dialog.class).single().close();

        click("studio-edit-apply");
        assertThat(names()).contains("Harbor & Palm").doesNotContain("Harbor & Pine");
        assertThat(notification()).isEqualTo("1 row was changed.");
        assertThat(find(Button.class).withTestId("studio-edit-apply").exists()).isFalse();
    }

    @Test
    void a_row_is_added_with_the_database_choosing_what_nobody_sets() {
        Addresses.open(CUSTOMERS);
        click("studio-add-row");
        type("name", "Aster");
        type("email", "aster@acme.test");
        type("image_url", "");
        find(Checkbox.class).withAttribute("aria-label", "x").all();
        stage();
        click("studio-edit-apply");

        // The image's address was left to the database, which has no default for it.
        assertThat(text("image_url").getErrorMessage()).contains("null value in column \"image_url\"");
        type("image_url", "/aster.png");
        stage();
        click("studio-edit-apply");

        assertThat(column("name")).contains("Aster");
    }

    @Test
    void selected_rows_are_deleted_together_or_not_at_all() {
        Addresses.open("dashboard/studio?table=todos");
        var before =
                database.sql("select count(*) from todos").query(Long.class).single();
        rows().asMultiSelect().select(row(0), row(1));
        click("studio-delete-rows");

        assertThat(label(0)).isEqualTo("Edit row 1, which waits to be deleted");
        assertThat(waiting()).isEqualTo("2 changes");
        click("studio-edit-apply");
        assertThat(database.sql("select count(*) from todos").query(Long.class).single())
                .isEqualTo(before - 2);
        assertThat(notification()).isEqualTo("2 rows were changed.");
    }

    @Test
    void a_row_that_others_refer_to_is_not_deleted_and_that_is_said() {
        Addresses.open(CUSTOMERS);
        rows().asMultiSelect().select(row(0), row(1), row(2));
        click("studio-delete-rows");
        click("studio-edit-apply");

        assertThat(notification())
                .startsWith("The database refuses the changes, and nothing was changed: ")
                .contains("is still referenced from table \"invoices\"");
        assertThat(names()).hasSize(3);
        click("studio-edit-discard");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(label(0)).isEqualTo("Edit row 1");
    }

    @Test
    void what_waits_is_discarded_only_by_whoever_says_so_twice() {
        Addresses.open(CUSTOMERS);
        rows().asMultiSelect().select(row(0), row(1));
        click("studio-delete-rows");

        click("studio-edit-discard");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(waiting()).isEqualTo("2 changes");
        click("studio-edit-discard");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(find(Button.class).withTestId("studio-edit-apply").exists()).isFalse();
        assertThat(names()).hasSize(3);
    }

    @Test
    void what_somebody_else_has_changed_meanwhile_is_shown() {
        Addresses.open(CUSTOMERS);
        edit(0);
        type("name", "Mine");
        stage();
        database.sql("update customers set name = 'Theirs' where name = 'Harbor & Pine'")
                .update();
        click("studio-edit-apply");

        assertThat(find(NativeTableCell.class).all().stream().map(NativeTableCell::getText))
                .startsWith("Harbor & Pine", "Theirs", "Mine");
        press("Overwrite with mine");
        assertThat(names()).contains("Mine").doesNotContain("Theirs");
    }

    @Test
    void what_somebody_else_has_deleted_meanwhile_is_taken_back() {
        Addresses.open("dashboard/studio?table=todos");
        edit(0);
        type("title", "Mine");
        stage();
        database.sql("delete from todos").update();
        click("studio-edit-apply");

        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(Button.class).withTestId("studio-edit-apply").exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "studio_audit | Read-only: this is what people did",
                "invoice_totals | Read-only: the database keeps these rows by itself",
                "databasechangelog | Read-only: the database keeps these rows by itself",
            })
    void what_nobody_changes_is_looked_at_and_the_page_says_why(String table, String words) {
        Addresses.open("dashboard/studio?table=" + table);

        assertThat(find(Div.class).withTestId("studio-edit-bar").exists()).isFalse();
        assertThat(find(Div.class)
                        .withTestId("studio-hindrance")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .startsWith(words);
    }

    @Test
    void without_a_place_to_write_it_down_nothing_is_changed_and_that_is_said() {
        database.sql("alter table studio_audit rename to elsewhere").update();
        try {
            Addresses.open("dashboard/studio?table=todos");

            assertThat(find(Div.class).withTestId("studio-edit-bar").exists()).isFalse();
            assertThat(rows().getColumnByKey("edit")).isNull();
            assertThat(find(Div.class)
                            .withTestId("studio-editing")
                            .single()
                            .getElement()
                            .getTextRecursively())
                    .isEqualTo("Read-only: this database has no audit table in which changes could be written down.");
        } finally {
            database.sql("alter table elsewhere rename to studio_audit").update();
        }
    }

    @Test
    void what_is_applied_shows_on_other_pages() throws InterruptedException {
        List<String> told = new ArrayList<>();
        var page = new Div();
        changes.listen(page, TodosChanged.class, () -> told.add("todos"));
        Addresses.open("dashboard/studio?table=todos");
        UI.getCurrent().add(page);
        edit(0);
        type("title", "By hand");
        stage();
        assertThat(told).isEmpty();

        click("studio-edit-apply");
        MockVaadin.clientRoundtrip();

        assertThat(told).isNotEmpty();
    }

    private String label(int row) {
        return grid().getLitRendererPropertyValue(row, "edit", "label", String.class);
    }

    private List<String> names() {
        return database.sql("select name from customers")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
