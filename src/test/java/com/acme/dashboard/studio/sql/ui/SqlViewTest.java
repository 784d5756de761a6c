package com.acme.dashboard.studio.sql.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Pushes;
import com.acme.dashboard.common.ui.shell.Language;
import com.acme.dashboard.studio.sql.ResultRow;
import com.acme.dashboard.studio.sql.SqlFailed;
import com.acme.dashboard.studio.sql.SqlLimits;
import com.acme.dashboard.studio.sql.SqlMode;
import com.acme.dashboard.studio.sql.ui.SqlEditor.Action;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class SqlViewTest extends BrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void open() {
        Addresses.open("dashboard/studio/sql");
    }

    @Test
    void runs_the_statement_at_the_caret() {
        ask(Action.CURRENT, "select 1; select 'here' as word; select 3", 15, 15);

        Pushes.untilAsserted(() -> assertThat(grids()).hasSize(1));
        assertThat(rows(0)).containsExactly(List.of("here"));
        assertThat(outcomes()).singleElement().asString().startsWith("1 row · ");
    }

    @Test
    void runs_the_selection_and_nothing_else() {
        var text = "select 1; select 2; select 3";

        ask(Action.CURRENT, text, text.indexOf("select 2"), text.length());

        Pushes.untilAsserted(() -> assertThat(grids()).hasSize(2));
        assertThat(rows(0)).containsExactly(List.of("2"));
        assertThat(rows(1)).containsExactly(List.of("3"));
    }

    @Test
    void says_that_there_is_more_than_it_shows() {
        ask(Action.ALL, "select generate_series(1, 5000)", 0, 0);

        Pushes.untilAsserted(
                () -> assertThat(outcomes()).singleElement().asString().startsWith("first 1,000 rows · "));
    }

    @Test
    void a_fault_is_told_in_the_words_of_the_database_and_what_came_before_stays() {
        ask(Action.ALL, "select 1; select nonsense", 0, 0);

        Pushes.untilAsserted(
                () -> assertThat(error()).contains("The database refused a statement. Nothing was changed."));
        assertThat(find(Pre.class).withTestId("sql-error-message").single().getText())
                .contains("column \"nonsense\" does not exist");
        assertThat(grids()).hasSize(1);
        assertThat(find(Button.class).withTestId("sql-run").single().isEnabled())
                .isTrue();
    }

    @Test
    void a_fault_of_the_application_is_not_told_as_one_of_the_database() {
        var view = (SqlView) UI.getCurrent().getCurrentView();

        view.failed(
                SqlFailed.unexpected(new NullPointerException()),
                new SqlMode(false, false, SqlLimits.TIMEOUTS.getFirst()));

        assertThat(error()).contains("That did not work. Try again in a moment.");
    }

    @Test
    void what_is_refused_is_told_before_anything_runs() {
        ask(Action.ALL, "select 1; commit", 0, 0);

        assertThat(error())
                .contains("Nothing was run: everything is one transaction here, which COMMIT must not begin or end.");
        assertThat(grids()).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_is_refused_before_anybody_reads_it() {
        ask(Action.ALL, "select '" + "x".repeat(SqlLimits.TEXT) + "'", 0, 0);

        assertThat(error()).contains("Nothing was run: the text has more than 200,000 characters.");
        assertThat(grids()).isEmpty();
    }

    @Test
    void cancel_ends_what_runs() {
        ask(Action.ALL, "select 'from the page', pg_sleep(600)", 0, 0);
        await().untilAsserted(() -> assertThat(sleeping()).isEqualTo(1));

        test(find(Button.class).withTestId("sql-cancel").single()).click();

        Pushes.untilAsserted(() -> assertThat(error()).contains("Cancelled. Nothing was changed."));
        assertThat(sleeping()).isZero();
    }

    @Test
    void leaving_the_page_ends_what_runs() {
        ask(Action.ALL, "select 'from the page', pg_sleep(600)", 0, 0);
        await().untilAsserted(() -> assertThat(sleeping()).isEqualTo(1));

        Addresses.open("dashboard/todos");

        await().untilAsserted(() -> assertThat(sleeping()).isZero());
    }

    @Test
    void shows_how_a_statement_is_carried_out() {
        ask(Action.EXPLAIN, "select title from todos where completed order by title", 0, 0);

        Pushes.untilAsserted(() -> assertThat(find(PlanTree.class).all()).hasSize(1));
        assertThat(find(PlanTree.class).single().getElement().getTextRecursively())
                .contains("Sort", "Seq Scan on todos", "Filter: todos.completed", "Slowest", "expected");
    }

    @Test
    void explains_a_change_without_making_it() {
        ask(Action.EXPLAIN, "delete from todos", 0, 0);

        Pushes.untilAsserted(() -> assertThat(find(PlanTree.class).all()).hasSize(1));
        assertThat(find(PlanTree.class).single().getElement().getTextRecursively())
                .contains("Delete", "it was not run");
        assertThat(jdbc.sql("select count(*) from todos").query(Long.class).single())
                .isPositive();
    }

    @Test
    void changes_are_made_where_that_is_ticked_and_only_by_the_next_run() {
        var changes = find(Checkbox.class).withTestId("sql-changes").single();
        test(changes).click();

        ask(Action.ALL, "update todos set title = 'By SQL'", 0, 0);

        Pushes.untilAsserted(
                () -> assertThat(outcomes()).singleElement().asString().contains("rows changed"));
        assertThat(jdbc.sql("select count(*) from todos where title <> 'By SQL'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(changes.getValue()).isFalse();
        ask(Action.ALL, "delete from todos", 0, 0);
        Pushes.untilAsserted(() -> assertThat(error()).contains("here the database is only read"));
    }

    @Test
    void who_does_not_see_the_results_hears_how_many_there_are() {
        Addresses.open("dashboard/studio/sql");
        var told = find(Span.class).withTestId("sql-told").single();

        ask(Action.ALL, "select 1; select 2", 0, 0);

        assertThat(told.getText()).isEqualTo("Running...");
        Pushes.untilAsserted(() -> assertThat(told.getText()).isEqualTo("Done, 2 results"));
    }

    @Test
    void a_link_with_sql_runs_nothing() {
        Addresses.open("dashboard/studio/sql?sql=select+pg_sleep(600)");

        assertThat(find(Div.class).withTestId("sql-running").all()).isEmpty();
        assertThat(grids()).isEmpty();
    }

    @Test
    void speaks_german() {
        VaadinSession.getCurrent().setLocale(Language.GERMAN.locale());
        Addresses.open("dashboard/todos");
        Addresses.open("dashboard/studio/sql");

        ask(Action.ALL, "begin", 0, 0);

        assertThat(error()).contains("BEGIN").contains("Nichts wurde ausgeführt");
    }

    @Test
    @WithUserDetails("user@acme.test")
    void is_not_there_for_those_who_are_not_administrators() {
        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }

    private void ask(Action action, String text, int from, int to) {
        find(SqlEditor.class).single().asked(action, text, from, to);
    }

    private List<ResultGrid> grids() {
        return find(ResultGrid.class).all();
    }

    private List<List<String>> rows(int grid) {
        Grid<ResultRow> rows = grids().get(grid);
        return rows.getGenericDataView()
                .getItems()
                .map(row -> row.values().stream()
                        .map(value -> String.valueOf(value.text()))
                        .toList())
                .toList();
    }

    private List<String> outcomes() {
        return find(Span.class).withClassName("sql-outcome").all().stream()
                .map(Span::getText)
                .toList();
    }

    private String error() {
        return find(Div.class).withTestId("sql-error").single().getElement().getTextRecursively();
    }

    private long sleeping() {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where query like 'select ''from the page''%' and state = 'active'")
                .query(Long.class)
                .single();
    }
}
