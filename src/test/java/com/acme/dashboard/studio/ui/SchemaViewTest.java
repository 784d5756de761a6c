package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class SchemaViewTest extends BrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Test
    void shows_how_a_table_is_made() {
        Addresses.open("dashboard/studio/schema?table=invoices");

        assertThat(rows())
                .anySatisfy(row -> assertThat(row).startsWith("amount integer not null"))
                .anySatisfy(
                        row -> assertThat(row)
                                .startsWith(
                                        "invoices_customer_id_customers_id_fk FOREIGN KEY (customer_id) REFERENCES customers(id)"))
                .anySatisfy(row -> assertThat(row).startsWith("invoices_pkey CREATE UNIQUE INDEX invoices_pkey ON"));
    }

    @Test
    void comments_have_a_column_where_there_are_some() {
        database.sql("create table remarks (said text)").update();
        try {
            Addresses.open("dashboard/studio/schema?table=remarks");
            assertThat(rows()).contains("Name Type Null Default", "said text null ");

            database.sql("comment on column remarks.said is 'as it was heard'").update();
            Addresses.open("dashboard/studio/schema?table=remarks");
            assertThat(rows()).contains("Name Type Null Default Comment", "said text null  as it was heard");
        } finally {
            database.sql("drop table remarks").update();
        }
    }

    @Test
    void leads_to_the_rows_and_along_foreign_keys_both_ways() {
        Addresses.open("dashboard/studio/schema?table=invoices");
        assertThat(find(Anchor.class).withText("Show its rows").single().getHref())
                .isEqualTo("dashboard/studio?table=invoices");

        Addresses.open(find(Anchor.class).withText("public.customers").single().getHref());

        assertThat(find(Anchor.class).withText("public.invoices").single().getHref())
                .isEqualTo("dashboard/studio/schema?table=invoices");
    }

    @Test
    void leads_to_the_diagram_from_everything_that_is_no_view() {
        database.sql("create foreign data wrapper elsewhere").update();
        try {
            database.sql("create server other foreign data wrapper elsewhere").update();
            database.sql("create foreign table far_away (id integer) server other")
                    .update();
            database.sql("create view a_look as select 1 as one").update();

            Addresses.open("dashboard/studio/schema?table=far_away");
            Addresses.open(diagrams().getLast().getHref());
            assertThat(find(Span.class).withTestId("diagram-size").single().getText())
                    .isEqualTo("1 table, no foreign keys");

            Addresses.open("dashboard/studio/schema?table=a_look");
            assertThat(diagrams()).extracting(Anchor::getHref).containsExactly("dashboard/studio/schema/diagram");
        } finally {
            database.sql("drop foreign data wrapper elsewhere cascade").update();
            database.sql("drop view if exists a_look").update();
        }
    }

    @Test
    void asks_for_a_table_and_says_when_there_is_none_of_that_name() {
        Addresses.open("dashboard/studio/schema");
        assertThat(findInView(Paragraph.class).single().getText()).isEqualTo("Choose a table to see how it is made.");

        Addresses.open("dashboard/studio/schema?table=<b>nothing</b>");
        assertThat(findInView(Paragraph.class).single().getText())
                .startsWith("There is no table public.<b>nothing</b>");
    }

    @Test
    @WithUserDetails("user@acme.test")
    void is_not_there_for_those_who_are_not_administrators() {
        Addresses.open("dashboard/studio/schema");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }

    private List<Anchor> diagrams() {
        return find(Anchor.class).withText("Entity diagram").all();
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .map(row -> String.join(
                        " ",
                        row.getChildren()
                                .map(cell -> cell.getElement().getTextRecursively())
                                .toList()))
                .toList();
    }
}
