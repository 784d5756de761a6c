package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.studio.DiagramDetail;
import com.acme.dashboard.studio.EntityDiagram.Relationship;
import com.acme.dashboard.studio.LockedCatalog;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.LocationChangeEvent;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class DiagramViewTest extends BrowserlessTest {

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void make_tables() {
        database.sql("create schema \"odd one\"").update();
        database.sql("create table \"odd one\".\"<b>one</b>\" (id integer primary key)")
                .update();
        database.sql(
                        "create table \"odd one\".two (id integer primary key, one integer references \"odd one\".\"<b>one</b>\")")
                .update();
    }

    @AfterEach
    void drop_tables() {
        database.sql("drop schema \"odd one\" cascade").update();
    }

    @Test
    void shows_a_schema_as_a_picture_and_in_words() {
        Addresses.open("dashboard/studio/schema");
        Addresses.open(
                find(Anchor.class).withTestId("studio-open-diagram").single().getHref());

        test(select("diagram-schema")).selectItem("odd one");

        assertThat(Addresses.current()).isEqualTo("dashboard/studio/schema/diagram?schema=odd%20one");
        assertThat(size()).isEqualTo("2 tables, 1 foreign key");
        assertThat(picture().path("tables").path(0).path("name").asString()).isEqualTo("<b>one</b>");
        assertThat(picture().path("tables").path(1).path("label").asString())
                .isEqualTo("odd one.two; references odd one.<b>one</b>");
        assertThat(picture().path("file").asString()).endsWith("-odd_one.svg");
        test(find(RelationshipList.class).single()).openDetails();
        assertThat(cell("from")).isEqualTo("odd one.two (one)");
        assertThat(cell("to")).isEqualTo("odd one.<b>one</b> (id)");
    }

    @Test
    void sorts_foreign_keys_by_each_of_their_columns() {
        database.sql("create table \"odd one\".zero (two integer constraint a_key references \"odd one\".two)")
                .update();
        Addresses.open("dashboard/studio/schema/diagram?schema=odd one");
        test(find(RelationshipList.class).single()).openDetails();
        assertThat(cell("from")).startsWith("odd one.two");

        sort("from", SortDirection.DESCENDING);
        assertThat(cell("from")).startsWith("odd one.zero");
        sort("to", SortDirection.ASCENDING);
        assertThat(cell("from")).startsWith("odd one.two");
        sort("name", SortDirection.ASCENDING);
        assertThat(cell("from")).startsWith("odd one.zero");
    }

    @Test
    void shows_a_table_among_what_it_is_tied_to() {
        Addresses.open("dashboard/studio/schema?table=invoices");
        Addresses.open(
                find(Anchor.class).withText("Entity diagram").all().getLast().getHref());
        assertThat(size()).isEqualTo("2 tables, 1 foreign key");
        assertThat(picture().path("whole").asBoolean()).isTrue();
        assertThat(marked().path("name").asString()).isEqualTo("invoices");

        test(find(Checkbox.class).withTestId("diagram-neighbours").single()).click();

        assertThat(Addresses.current()).isEqualTo("dashboard/studio/schema/diagram?schema=public&table=invoices");
        assertThat(picture().path("tables").size()).isGreaterThan(2);
        assertThat(picture().path("whole").asBoolean()).isFalse();
        assertThat(marked().path("name").asString()).isEqualTo("invoices");
    }

    @Test
    void finds_a_table_and_shows_as_many_columns_as_are_wanted() {
        Addresses.open("dashboard/studio/schema/diagram");

        test(tables()).selectItem("todos");
        test(select("diagram-detail")).selectItem("Key columns");

        assertThat(Addresses.current())
                .isEqualTo("dashboard/studio/schema/diagram?schema=public&columns=keys&table=todos");
        assertThat(marked().path("columns"))
                .extracting(column -> column.path("name").asString())
                .containsExactly("id");
    }

    @Test
    void ignores_what_is_malformed_in_the_address() {
        Addresses.open("dashboard/studio/schema/diagram?schema=none&table=none&show=some&columns=half");

        assertThat(select("diagram-schema").getValue()).isEqualTo("public");
        assertThat(select("diagram-detail").getValue()).isEqualTo(DiagramDetail.ALL);

        Addresses.open("dashboard/studio/schema/diagram?table=invoices&show=some");

        assertThat(picture().path("tables").size()).isGreaterThan(2);
    }

    @Test
    void lists_eight_of_the_tables_that_reference_one_and_says_how_many_more_do() {
        database.sql("""
                        do $$
                        begin
                            for n in 1..12 loop
                                execute format('create table "odd one".t%s (one integer references "odd one"."<b>one</b>")', n);
                            end loop;
                        end $$
                        """).update();

        Addresses.open("dashboard/studio/schema/diagram?schema=odd one&table=<b>one</b>");

        assertThat(picture().path("tables").path(0).path("label").asString())
                .isEqualTo("odd one.<b>one</b>; referenced by odd one.t1, odd one.t10, odd one.t11, odd one.t12,"
                        + " odd one.t2, odd one.t3, odd one.t4, odd one.t5 and 5 more");
    }

    @Test
    @ExpectedLog(Failures.class)
    void says_when_the_database_refuses_or_has_no_tables() {
        try (var catalog = new LockedCatalog()) {
            var view = new DiagramView(catalog.diagrams());
            UI.getCurrent().add(view);

            view.afterNavigation(arrival());

            assertThat(find(FailedState.class, view).all()).hasSize(1);
            assertThat(find(DiagramCanvas.class, view).all()).isEmpty();

            catalog.unlock();
            test(find(Button.class, view).withText("Try again").single()).click();

            assertThat(find(FailedState.class, view).all()).isEmpty();
            assertThat(find(EmptyState.class, view).single().getElement().getTextRecursively())
                    .startsWith("There is no table here yet");
            assertThat(find(DiagramCanvas.class, view).all()).isEmpty();
        }
    }

    private static AfterNavigationEvent arrival() {
        var ui = UI.getCurrent();
        return new AfterNavigationEvent(new LocationChangeEvent(
                ui.getInternals().getRouter(), ui, NavigationTrigger.PROGRAMMATIC, new Location(""), List.of()));
    }

    @Test
    @WithUserDetails("user@acme.test")
    void is_not_there_for_those_who_are_not_administrators() {
        Addresses.open("dashboard/studio/schema/diagram");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }

    private String size() {
        return find(Span.class).withTestId("diagram-size").single().getText();
    }

    private DiagramCanvas canvas() {
        return find(DiagramCanvas.class).single();
    }

    private JsonNode picture() {
        return (JsonNode) Objects.requireNonNull(canvas().getElement().getPropertyRaw("diagram"));
    }

    /** The table that the diagram is about. */
    private JsonNode marked() {
        var index =
                Integer.parseInt(Objects.requireNonNull(canvas().getElement().getAttribute("table")));
        return picture().path("tables").path(index);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<TableName> tables() {
        return find(ComboBox.class).withTestId("diagram-table").single();
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String id) {
        return find(Select.class).withTestId(id).single();
    }

    private String cell(String column) {
        return test(keys()).getLitRendererPropertyValue(0, column, "words", String.class);
    }

    private void sort(String column, SortDirection direction) {
        keys().sort(List.of(new GridSortOrder<>(keys().getColumnByKey(column), direction)));
    }

    @SuppressWarnings("unchecked")
    private Grid<Relationship> keys() {
        return find(Grid.class).single();
    }
}
