package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.studio.Reference;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class RowFormTest extends StudioRowsBrowserlessTest {

    @Autowired
    private JdbcClient database;

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

    private Checkbox none() {
        return find(Checkbox.class).all().stream()
                .filter(box -> box.getAriaLabel().stream().anyMatch("note has no value"::equals))
                .findFirst()
                .orElseThrow();
    }
}
