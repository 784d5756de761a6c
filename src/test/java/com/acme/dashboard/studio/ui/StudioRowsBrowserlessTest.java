package com.acme.dashboard.studio.ui;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.studio.Row;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.stream.IntStream;

/** A test of a table's rows in Studio and of the form for one of them. */
abstract class StudioRowsBrowserlessTest extends BrowserlessTest {

    static final String CUSTOMERS = "dashboard/studio?table=customers&sort=name";

    void edit(int row) {
        grid().invokeLitRendererFunction(row, "edit", "edit");
    }

    void open(int row) {
        grid().invokeLitRendererFunction(row, "open", "open");
    }

    void stage() {
        click("studio-stage");
    }

    void click(String testId) {
        test(find(Button.class).withTestId(testId).single()).click();
    }

    String waiting() {
        return find(Span.class).withAttribute("role", "status").all().stream()
                .map(Span::getText)
                .filter(text -> text.contains("change"))
                .findFirst()
                .orElseThrow();
    }

    void type(String column, String text) {
        test(text(column)).setValue(text);
    }

    TextArea text(String column) {
        return value(column, TextArea.class);
    }

    <C extends Component & HasLabel> C value(String column, Class<C> type) {
        return find(type).all().stream()
                .filter(field -> column.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    List<String> column(String name) {
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

    Row row(int index) {
        return grid().getRow(index);
    }

    GridTester<Grid<Row>, Row> grid() {
        return test(rows());
    }

    @SuppressWarnings("unchecked")
    Grid<Row> rows() {
        return find(Grid.class).withTestId("studio-grid").single();
    }
}
