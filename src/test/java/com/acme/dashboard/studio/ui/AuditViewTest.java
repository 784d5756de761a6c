package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.studio.AuditRecord;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class AuditViewTest extends BrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Test
    void says_that_nobody_has_changed_anything() {
        Addresses.open("dashboard/studio/audit");

        assertThat(find(Paragraph.class).single().getText()).startsWith("Nobody has changed anything here yet.");
    }

    @Test
    void shows_who_did_what_the_newest_first_a_page_at_a_time() {
        database.sql("""
                        insert into studio_audit (actor, kind, statement, rows)
                        select 'ada@acme.test', 'edit', 'update a' || i, i from generate_series(1, 300) i
                        """).update();
        Addresses.open("dashboard/studio/audit");

        assertThat(what(0)).isEqualTo("Rows: update a300");
        assertThat(what(120)).isEqualTo("Rows: update a180");
        assertThat(what(299)).isEqualTo("Rows: update a1");
        assertThat(grid().getLitRendererPropertyValue(0, "actor", "actor", String.class))
                .isEqualTo("ada@acme.test");
    }

    @Test
    void finds_what_a_person_did_and_what_a_statement_or_reason_says() {
        add("ada@acme.test", "permit", "editing on", "Ticket 77");
        add("bob@acme.test", "edit", "update invoices", "");
        add("ada@acme.test", "sql", "delete from <b>todos</b>", "");
        Addresses.open("dashboard/studio/audit?person=ADA");
        assertThat(all()).containsExactly("SQL: delete from <b>todos</b>", "Editing: editing on");

        Addresses.open("dashboard/studio/audit?person=bo%00b&query=%00");
        assertThat(all()).containsExactly("Rows: update invoices");
        Addresses.open("dashboard/studio/audit?person=ADA");

        test(find(TextField.class).withTestId("studio-audit-search").single()).setValue("ticket");
        assertThat(all()).containsExactly("Editing: editing on");
        assertThat(Addresses.current()).isEqualTo("dashboard/studio/audit?person=ADA&query=ticket");

        test(find(TextField.class).withTestId("studio-audit-search").single()).setValue("nothing like it");
        assertThat(find(Paragraph.class).single().getText()).isEqualTo("No entries match.");
    }

    @Test
    @WithUserDetails("user@acme.test")
    void is_not_there_for_those_who_are_not_administrators() {
        Addresses.open("dashboard/studio/audit");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }

    private void add(String actor, String kind, String statement, String reason) {
        database.sql("insert into studio_audit (actor, kind, statement, reason) values (?, ?, ?, ?)")
                .params(actor, kind, statement, reason)
                .update();
    }

    private List<String> all() {
        return IntStream.range(0, grid().size()).mapToObj(this::what).toList();
    }

    private String what(int row) {
        return grid().getLitRendererPropertyValue(row, "what", "what", String.class);
    }

    @SuppressWarnings("unchecked")
    private GridTester<Grid<AuditRecord>, AuditRecord> grid() {
        return test((Grid<AuditRecord>)
                find(Grid.class).withTestId("studio-audit-grid").single());
    }
}
