package com.acme.dashboard.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.CapturedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.studio.LockedCatalog;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.TableColumn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.LocationChangeEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin@acme.test")
class DataViewTest extends BrowserlessTest {

    @Autowired
    private StudioEdits edits;

    @Autowired
    private StudioReferences references;

    @Test
    void asks_for_a_table_where_none_is_chosen() {
        Addresses.open("dashboard/studio");

        assertThat(find(H1.class).single().getText()).isEqualTo("Studio");
        assertThat(findInView(Paragraph.class).single().getText()).isEqualTo("Choose a table to see its rows.");
    }

    @Test
    void a_part_of_a_name_that_no_table_has_is_told() {
        Addresses.open("dashboard/studio");
        var none = find(Div.class).withTestId("studio-no-table").single();

        test(find(TextField.class).withTestId("studio-find-table").single()).setValue("zz");
        assertThat(none.getText()).isEqualTo("No table matches “zz”.");

        test(find(TextField.class).withTestId("studio-find-table").single()).setValue("invoices");
        assertThat(none.getText()).isEmpty();
    }

    @Test
    void the_part_of_an_address_that_ends_with_a_slash_is_marked() {
        Addresses.open("dashboard/studio/");

        assertThat(find(Anchor.class)
                        .withAttribute("aria-current", "page")
                        .withTestId("studio-data")
                        .exists())
                .isTrue();
    }

    @Test
    @WithUserDetails("user@acme.test")
    void is_not_there_for_those_who_are_not_administrators() {
        Addresses.open("dashboard/studio");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }

    @Test
    void shows_the_rows_of_a_table_and_how_many_there_are() {
        Addresses.open("dashboard/studio?table=customers&sort=name");

        assertThat(column("name")).containsExactly("Harbor & Pine", "Jane Okafor", "Nordlicht Studio");
        assertThat(find(Span.class).withText("3 rows").exists()).isTrue();
    }

    @Test
    void is_titled_by_its_table() {
        Addresses.open("dashboard/studio");
        assertThat(title()).isEqualTo("Studio · Acme Dashboard");

        Addresses.open("dashboard/studio?table=customers");
        assertThat(title()).isEqualTo("customers · Studio · Acme Dashboard");

        Addresses.open("dashboard/studio?schema=information_schema&table=tables");
        assertThat(title()).isEqualTo("information_schema.tables · Studio · Acme Dashboard");
        assertThat(find(H1.class).single().getText()).isEqualTo("Studio");
    }

    @Test
    void takes_filters_and_order_from_the_address_and_ignores_what_it_cannot_read() {
        Addresses.open("dashboard/studio?table=customers&filter=contains,email,.test&filter=is,nothing,1&filter=x"
                + "&sort=name,desc");
        assertThat(column("name")).containsExactly("Nordlicht Studio", "Jane Okafor", "Harbor & Pine");

        Addresses.open("dashboard/studio?table=customers&filter=begins,name,jane&sort=password,sideways");
        assertThat(column("name")).containsExactly("Jane Okafor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table=%00", "table=customers&schema=pub%00lic"})
    void ignores_a_name_that_no_table_can_have(String query) {
        Addresses.open("dashboard/studio?" + query);

        assertThat(findInView(Paragraph.class).single().getText()).isEqualTo("Choose a table to see its rows.");
    }

    @Test
    void puts_a_new_filter_into_the_address_and_takes_it_off_again() {
        Addresses.open("dashboard/studio?table=invoices&sort=amount,desc");

        test(find(Button.class).withTestId("studio-add-filter").single()).click();
        var columns = columnField();
        columns.setValue(columns.getListDataView()
                .getItems()
                .filter(column -> column.name().equals("amount"))
                .findFirst()
                .orElseThrow());
        find(Select.class).withTestId("studio-filter-operator").single();
        test(find(TextField.class).withTestId("studio-filter-value").single()).setValue("1999");
        test(find(Button.class).withTestId("studio-filter-apply").single()).click();

        assertThat(Addresses.current())
                .isEqualTo("dashboard/studio?filter=is,amount,1999&sort=amount,desc&table=invoices");
        assertThat(column("amount")).containsExactly("1999");

        test(find(Button.class).withText("amount is 1999").single()).click();
        assertThat(column("amount")).hasSize(6);
    }

    @Test
    void says_at_the_filter_that_its_value_does_not_fit() {
        Addresses.open("dashboard/studio?table=invoices&filter=is,amount,cheap");

        assertThat(find(Div.class).withAttribute("role", "alert").single().getText())
                .isEqualTo("This filter does not fit its column: invalid input syntax for type integer: \"cheap\"");
    }

    @Test
    void says_when_there_is_nothing() {
        Addresses.open("dashboard/studio?table=customers&filter=is,name,nobody");
        assertThat(emptyState()).isEqualTo("No row meets these filters.");

        Addresses.open("dashboard/studio?table=<b>nothing</b>");
        assertThat(findInView(Paragraph.class).single().getText())
                .isEqualTo("There is no table public.<b>nothing</b>, or it cannot be read.");
    }

    @Test
    void opens_a_row_with_its_values_and_leads_along_foreign_keys_both_ways() {
        Addresses.open("dashboard/studio?table=customers&sort=name");
        grid().invokeLitRendererFunction(0, "open", "open");

        var detail = find(Dialog.class).single();
        assertThat(detail.getHeaderTitle()).isEqualTo("public.customers, row 1");
        var back = find(Anchor.class, detail)
                .withText("public.invoices (customer_id)")
                .single();
        Addresses.open(back.getHref());
        assertThat(column("amount")).hasSize(2);

        assertThat(grid().getLitRendererPropertyValue(0, key("customer_id"), "path", String.class))
                .matches("dashboard/studio\\?filter=is%2Cid%2Cc0000000-.{27}&table=customers");
    }

    @Test
    void shows_no_password() {
        Addresses.open("dashboard/studio?table=users");

        assertThat(column("password")).containsOnly("••••••••");
        grid().invokeLitRendererFunction(0, "open", "open");
        assertThat(find(Span.class).withText("Passwords are not shown.").exists())
                .isTrue();
    }

    @Test
    void without_the_database_another_order_is_asked_for_once_and_can_be_tried_again() {
        try (var catalog = new LockedCatalog()) {
            catalog.run("create table things (id integer primary key); grant select on things to public");
            catalog.unlock();
            var view = new DataView(catalog.catalog(), catalog.rows(), edits, references);
            UI.getCurrent().add(view);
            view.afterNavigation(arrival("table=things"));

            catalog.lock();
            try (var failures = new CapturedLog(Failures.class)) {
                view.afterNavigation(arrival("table=things&sort=id"));

                assertThat(failures.messages()).hasSize(1);
            }
            assertThat(find(FailedState.class, view).all()).hasSize(1);
            catalog.unlock();
            test(find(Button.class, view).withText("Try again").single()).click();
            assertThat(find(Grid.class, view).withTestId("studio-grid").exists())
                    .isTrue();
        }
    }

    private static AfterNavigationEvent arrival(String query) {
        var ui = UI.getCurrent();
        var location = new Location("dashboard/studio", QueryParameters.fromString(query));
        return new AfterNavigationEvent(new LocationChangeEvent(
                ui.getInternals().getRouter(), ui, NavigationTrigger.PROGRAMMATIC, location, List.of()));
    }

    private GridTester<Grid<Row>, Row> grid() {
        return test(rows());
    }

    @SuppressWarnings("unchecked")
    private Grid<Row> rows() {
        return find(Grid.class).withTestId("studio-grid").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<TableColumn> columnField() {
        return find(ComboBox.class).withTestId("studio-filter-column").single();
    }

    private String key(String name) {
        return rows().getColumns().stream()
                .filter(column -> column.getHeaderComponent() instanceof Div heading
                        && heading.getChildren().findFirst().orElseThrow() instanceof Span words
                        && words.getText().equals(name))
                .map(Grid.Column::getKey)
                .findFirst()
                .orElseThrow();
    }

    private List<String> column(String name) {
        var key = key(name);
        return IntStream.range(0, grid().size())
                .mapToObj(row -> grid().getLitRendererPropertyValue(row, key, "text", String.class))
                .toList();
    }

    private static @Nullable String title() {
        return UI.getCurrent().getInternals().getTitle();
    }

    private String emptyState() {
        return find(Paragraph.class).single().getText();
    }
}
