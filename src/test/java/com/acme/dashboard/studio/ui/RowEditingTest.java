package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.studio.Reference;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.todos.TodosChanged;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class RowEditingTest extends BrowserlessTest {

    private static final String CUSTOMERS = "dashboard/studio?table=customers&sort=name";

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
    void signing_out_asks_first_where_changes_wait() {
        Addresses.open(CUSTOMERS);
        edit(0);
        type("name", "Harbor & Palm");
        stage();

        test(find(Button.class).withText("Sign Out").single()).click();

        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(waiting()).isEqualTo("1 change");
    }

    @Test
    void a_value_that_holds_the_hash_of_a_password_is_masked_and_not_editable() {
        database.sql("update customers set image_url = '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'")
                .update();
        Addresses.open(CUSTOMERS);
        edit(0);

        assertThat(text("image_url").getValue()).isEqualTo("••••••••");
        assertThat(text("image_url").isReadOnly()).isTrue();
        assertThat(text("image_url").getHelperText())
                .isEqualTo("Holds the hash of a password, which is shown to nobody");
        assertThat(text("name").isReadOnly()).isFalse();
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
        assertThat(label(0)).isEqualTo("Edit row 1");
    }

    @Test
    void each_kind_of_column_has_its_editor() {
        Addresses.open("dashboard/studio?table=invoices&sort=amount");
        edit(0);

        assertThat(value("customer_id", ComboBox.class).getValue()).isInstanceOf(Reference.class);
        assertThat(value("date", DatePicker.class).getValue()).isInstanceOf(LocalDate.class);
        test(value("amount", TextField.class)).setValue("much");
        stage();

        assertThat(value("amount", TextField.class).getErrorMessage())
                .isEqualTo("invalid input syntax for type integer: \"much\"");
    }

    @Test
    void a_document_keeps_its_lines() {
        database.sql("create table letters (id integer primary key, body xml)").update();
        database.sql("insert into letters values (1, E'<p>first\\nsecond</p>')").update();
        try {
            Addresses.open("dashboard/studio?table=letters");
            edit(0);

            assertThat(text("body").getValue()).isEqualTo("<p>first\nsecond</p>");
        } finally {
            database.sql("drop table letters").update();
        }
    }

    @Test
    void the_row_that_a_foreign_key_names_is_looked_for() {
        Addresses.open("dashboard/studio?table=invoices&sort=amount");
        edit(0);

        var found = test(reference()).getSuggestionItems();
        assertThat(found).hasSize(3).allSatisfy(each -> assertThat(each.words()).contains("@"));
        test(reference()).setFilter("okafor");
        assertThat(test(reference()).getSuggestionItems())
                .singleElement()
                .satisfies(each -> assertThat(each.words()).startsWith("Jane Okafor"));
    }

    @Test
    void the_key_of_a_row_may_be_typed_by_who_knows_it() {
        var jane = database.sql("select id::text from customers where name = 'Jane Okafor'")
                .query(String.class)
                .single();
        Addresses.open("dashboard/studio?table=invoices&sort=amount");
        click("studio-add-row");

        ComponentUtil.fireEvent(reference(), new CustomValueSetEvent<>(reference(), true, jane));
        stage();

        click("studio-edit-sql");
        assertThat(find(Pre.class).single().getText()).contains("(\"customer_id\")", jane);
    }

    @Test
    void a_row_is_linked_by_a_key_of_bytes_and_by_none_that_cannot_be_looked_for() {
        database.sql("""
                        create table blobs (bytes bytea primary key, word text);
                        create table marks (tags text[] primary key);
                        create table files (id integer primary key, bytes bytea references blobs, tags text[] references marks);
                        insert into blobs values ('\\xf0', 'mine'), ('\\xf1', 'other');
                        insert into marks values ('{a}'), ('{b}');
                        insert into files values (1, '\\xf0', '{a}')
                        """).update();
        try {
            Addresses.open("dashboard/studio?table=files");
            open(0);
            assertThat(find(Anchor.class)
                            .from(find(Dialog.class).single())
                            .withText("{a}")
                            .exists())
                    .isFalse();
            Addresses.open(link("\\xf0"));
            assertThat(column("word")).containsExactly("mine");
        } finally {
            database.sql("drop table files, blobs, marks").update();
        }
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
        test(find(Button.class).withText("Overwrite with mine").single()).click();
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

    @ParameterizedTest
    @ValueSource(strings = {CUSTOMERS + ",desc", "dashboard/studio?table=todos", "dashboard/todos"})
    void going_back_from_an_open_form_asks_first_where_something_was_typed(String before) {
        Addresses.open(CUSTOMERS);
        edit(0);
        type("name", "Half a na");
        var here = Addresses.current();

        Addresses.open(before);
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(text("name").getValue()).isEqualTo("Half a na");
        assertThat(Addresses.current()).isEqualTo(here);

        Addresses.open(before);
        Addresses.open(before);
        assertThat(find(ConfirmDialog.class).all().stream().filter(ConfirmDialog::isOpened))
                .hasSize(1);
        test(find(ConfirmDialog.class).last()).confirm();
        assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
        assertThat(Addresses.current()).isNotEqualTo(here);
    }

    @Test
    void going_back_from_a_form_in_which_nothing_was_typed_closes_it() {
        Addresses.open(CUSTOMERS);
        edit(0);
        MockVaadin.clientRoundtrip();

        Addresses.open("dashboard/studio?table=todos");

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
    }

    @Test
    void no_value_is_not_the_empty_text() {
        database.sql("create table notes (id integer primary key, note text)").update();
        try {
            database.sql("insert into notes values (1, null), (2, '')").update();
            Addresses.open("dashboard/studio?table=notes");
            edit(0);
            assertThat(none().getValue()).isTrue();
            test(none()).click();
            stage();
            edit(1);
            test(none()).click();
            stage();
            click("studio-edit-apply");

            assertThat(database.sql("select id || coalesce(note, ' null') from notes order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("1", "2 null");
        } finally {
            database.sql("drop table notes").update();
        }
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
    void a_key_of_several_columns_is_filled_by_looking_for_its_row_and_followed_both_ways() {
        database.sql("""
                        create table orders (shop integer, number integer, buyer text, primary key (shop, number));
                        create table lines (id integer primary key, shop integer, number integer,
                                            foreign key (shop, number) references orders);
                        insert into orders values (1, 10, 'Ada'), (2, 20, 'Grace');
                        insert into lines values (7, 1, 10)
                        """).update();
        try {
            Addresses.open("dashboard/studio?table=lines");
            edit(0);
            var search = search();
            test(search).setFilter("grace");
            test(search).selectItem("2, 20 · Grace");
            stage();
            click("studio-edit-apply");

            assertThat(column("shop")).containsExactly("2");
            assertThat(column("number")).containsExactly("20");
            open(0);
            Addresses.open(link("public.orders (shop, number)"));
            assertThat(column("buyer")).containsExactly("Grace");
            open(0);
            Addresses.open(link("public.lines (shop, number)"));
            assertThat(column("id")).containsExactly("7");
        } finally {
            database.sql("drop table lines, orders").update();
        }
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Reference> search() {
        return find(ComboBox.class).withTestId("studio-search-row").single();
    }

    private String link(String text) {
        var row = find(Dialog.class).single();
        var href = find(Anchor.class).from(row).withText(text).single().getHref();
        row.close();
        return href;
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

    private void edit(int row) {
        grid().invokeLitRendererFunction(row, "edit", "edit");
    }

    private void open(int row) {
        grid().invokeLitRendererFunction(row, "open", "open");
    }

    private List<String> waits() {
        return find(Paragraph.class).from(find(Dialog.class).single()).all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    private String label(int row) {
        return grid().getLitRendererPropertyValue(row, "edit", "label", String.class);
    }

    private void stage() {
        click("studio-stage");
    }

    private void click(String testId) {
        test(find(Button.class).withTestId(testId).single()).click();
    }

    private String waiting() {
        return find(Span.class).withAttribute("role", "status").all().stream()
                .map(Span::getText)
                .filter(text -> text.contains("change"))
                .findFirst()
                .orElseThrow();
    }

    private void type(String column, String text) {
        test(text(column)).setValue(text);
    }

    private TextArea text(String column) {
        return value(column, TextArea.class);
    }

    private <C extends Component & HasLabel> C value(String column, Class<C> type) {
        return find(type).all().stream()
                .filter(field -> column.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Reference> reference() {
        return value("customer_id", ComboBox.class);
    }

    private Checkbox none() {
        return find(Checkbox.class).all().stream()
                .filter(box -> box.getAriaLabel().stream().anyMatch("note has no value"::equals))
                .findFirst()
                .orElseThrow();
    }

    private String notification() {
        return find(Span.class)
                .withClassName("notification-text")
                .from(find(Notification.class).last())
                .single()
                .getText();
    }

    private List<String> names() {
        return database.sql("select name from customers")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> column(String name) {
        var key = rows().getColumns().stream()
                .filter(column -> column.getHeaderComponent() instanceof Div heading
                        && heading.getChildren().findFirst().orElseThrow() instanceof Span words
                        && words.getText().equals(name))
                .map(Grid.Column::getKey)
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, grid().size())
                .mapToObj(row -> grid().getLitRendererPropertyValue(row, key, "text", String.class))
                .toList();
    }

    private Row row(int index) {
        return grid().getRow(index);
    }

    private GridTester<Grid<Row>, Row> grid() {
        return test(rows());
    }

    @SuppressWarnings("unchecked")
    private Grid<Row> rows() {
        return find(Grid.class).withTestId("studio-grid").single();
    }
}
