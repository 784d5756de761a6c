package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.studio.Reference;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class RowReferencesTest extends StudioRowsBrowserlessTest {

    @Autowired
    private JdbcClient database;

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

    @SuppressWarnings("unchecked")
    private ComboBox<Reference> reference() {
        return value("customer_id", ComboBox.class);
    }
}
