package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.studio.DiagramDetail;
import com.acme.dashboard.studio.StudioDiagrams;
import com.acme.dashboard.studio.TableName;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Location;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class DiagramViewTest extends SpringBrowserlessTest {

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
                .isEqualTo("odd one.two; names odd one.<b>one</b>");
        assertThat(picture().path("file").asString()).endsWith("-odd_one.svg");
        test(find(RelationList.class).single()).openDetails();
        assertThat(relation("from")).isEqualTo("odd one.two (one)");
        assertThat(relation("to")).isEqualTo("odd one.<b>one</b> (id)");
    }

    @Test
    void shows_a_table_among_what_it_is_tied_to() {
        Addresses.open("dashboard/studio/schema?table=invoices");
        Addresses.open(
                find(Anchor.class).withText("Entity diagram").all().getLast().getHref());
        assertThat(size()).isEqualTo("2 tables, 1 foreign key");

        test(find(Checkbox.class).withTestId("diagram-neighbours").single()).click();

        assertThat(Addresses.current()).isEqualTo("dashboard/studio/schema/diagram?schema=public&table=invoices");
        assertThat(picture().path("tables").size()).isGreaterThan(2);
    }

    @Test
    void finds_a_table_and_shows_as_many_columns_as_are_wanted() {
        Addresses.open("dashboard/studio/schema/diagram");

        test(tables()).selectItem("todos");
        test(select("diagram-detail")).selectItem("Key columns");

        assertThat(Addresses.current())
                .isEqualTo("dashboard/studio/schema/diagram?schema=public&columns=keys&table=todos");
        var chosen =
                Integer.parseInt(Objects.requireNonNull(canvas().getElement().getAttribute("table")));
        assertThat(picture().path("tables").path(chosen).path("columns"))
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
    void says_when_the_database_does_not_answer() {
        var diagrams = mock(StudioDiagrams.class);
        when(diagrams.diagram(ArgumentMatchers.any())).thenThrow(new QueryTimeoutException("too slow"));
        var arrival = mock(AfterNavigationEvent.class);
        when(arrival.getLocation()).thenReturn(new Location(""));
        var view = new DiagramView(diagrams);
        UI.getCurrent().add(view);

        view.afterNavigation(arrival);

        assertThat(find(FailedState.class, view).all()).hasSize(1);
        assertThat(find(DiagramCanvas.class, view).all()).isEmpty();
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

    @SuppressWarnings("unchecked")
    private ComboBox<TableName> tables() {
        return find(ComboBox.class).withTestId("diagram-table").single();
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String id) {
        return find(Select.class).withTestId(id).single();
    }

    private String relation(String column) {
        Grid<?> grid = find(Grid.class).single();
        return test(grid).getLitRendererPropertyValue(0, column, "words", String.class);
    }
}
