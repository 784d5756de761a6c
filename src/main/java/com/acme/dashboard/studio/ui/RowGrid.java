package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.list.SelectionColumn;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowCount;
import com.acme.dashboard.studio.RowSort;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.grid.ColumnRendering;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a table, whatever its columns are; wide tables scroll sideways. */
final class RowGrid extends Grid<Row> {

    private static final String OPEN = """
            <button class="row-action" @click="${open}" aria-label="${item.label}" title="${item.label}">%s</button>
            """.formatted(Glyph.EXPAND.markup()).strip();
    private static final String EDIT = """
            <button class="row-action" @click="${edit}" aria-label="${item.label}" title="${item.label}">%s</button>
            """.formatted(Glyph.EDIT.markup()).strip();

    /** The focus stays on a cell whose row is another one now, and no event tells of that; so the browser is asked. */
    private static final String FOCUSED_ROW = "element.getEventContext(event).item?.key ?? ''";

    /** Before the place of a column. */
    private static final String KEY = "column-";

    private final TableShape shape;

    /** Without rows. */
    RowGrid(TableShape shape, SerializableConsumer<Row> opened) {
        this.shape = shape;
        addClassNames("list-grid", "studio-grid");
        setTestId("studio-grid");
        setAriaLabel(getTranslation("studio.rows-of", shape.name().toString()));
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.COLUMN_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        setColumnRendering(ColumnRendering.LAZY);
        setSizeFull();
        addColumn(LitRenderer.<Row>of(OPEN)
                        .withProperty("label", row -> getTranslation("studio.row.open", number(row.number() + 1)))
                        .withFunction("open", opened))
                .setHeader(hidden(getTranslation("studio.row")))
                .setKey("open")
                .setFrozen(true)
                .setWidth("3.75rem")
                .setFlexGrow(0);
        for (int i = 0; i < shape.columns().size(); i++) {
            ValueColumn.add(this, shape, i).setKey(KEY + i);
        }
        addItemDoubleClickListener(event -> opened.accept(event.getItem()));
    }

    /**
     * Lets rows be selected and edited, by their button or the key F2; those that wait to be changed or deleted are marked.
     *
     * @param label the (translated) name of what the button does with a row, and of what waits for the row
     * @param mark {@code changed}, {@code deleted} or empty
     */
    void allowEditing(
            SerializableConsumer<Row> edited,
            SerializableFunction<Row, String> label,
            SerializableFunction<Row, String> mark,
            SerializableConsumer<Set<Row>> selected) {
        var selection = (GridMultiSelectionModel<Row>) setSelectionMode(SelectionMode.MULTI);
        // Columns that are rendered only when they come into view have to stand behind those that always are.
        selection.setSelectionColumnFrozen(true);
        SelectionColumn.name(this, getTranslation("studio.edit.selection"));
        addSelectionListener(event -> selected.accept(event.getAllSelectedItems()));
        var edit = addColumn(LitRenderer.<Row>of(EDIT)
                        .withProperty("label", label::apply)
                        .withFunction("edit", edited))
                .setHeader(hidden(getTranslation("studio.edit")))
                .setKey("edit")
                .setFrozen(true)
                .setWidth("3.75rem")
                .setFlexGrow(0);
        var order = new ArrayList<>(getColumns());
        order.remove(edit);
        order.add(1, edit);
        setColumnOrder(order);
        setPartNameGenerator(row -> mark.apply(row).isEmpty() ? null : "staged-" + mark.apply(row));
        getElement()
                .addEventListener(
                        "keydown",
                        event -> Optional.ofNullable(getDataCommunicator()
                                        .getKeyMapper()
                                        .get(event.getEventData()
                                                .path(FOCUSED_ROW)
                                                .asString()))
                                .ifPresent(edited))
                .setFilter("event.key === 'F2'")
                .addEventData(FOCUSED_ROW);
    }

    /** Shows these rows; the number of them may be a guess, which is put right where the rows end. */
    void show(RowCount count, SerializableFunction<Query<Row, Void>, Stream<Row>> page) {
        var rows = new CallbackDataProvider<Row, Void>(page::apply, query -> (int) count.number(), Row::number);
        var view = setItems(rows);
        if (count.precision() != RowCount.Precision.EXACT) {
            view.setItemCountEstimate((int) Math.min(count.number(), Integer.MAX_VALUE / 2));
            view.setItemCountEstimateIncrease(RowCount.CAP);
        }
    }

    /** Shows by an arrow in which order the rows are. */
    void showSort(@Nullable RowSort sort) {
        sort(
                sort == null
                        ? List.of()
                        : List.of(new GridSortOrder<>(
                                getColumnByKey(key(sort.column())),
                                sort.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }

    /** Reports the order that a person chooses; null for that of the key. */
    void onSortChosen(SerializableConsumer<Optional<RowSort>> chosen) {
        addSortListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(event.getSortOrder().stream()
                        .findFirst()
                        .map(order -> new RowSort(
                                column(order.getSorted().getKey()).name(),
                                order.getDirection() == SortDirection.DESCENDING)));
            }
        });
    }

    /** A name may be anything; its place is a key that nothing misreads. */
    private String key(String column) {
        return KEY + shape.columns().stream().map(TableColumn::name).toList().indexOf(column);
    }

    private TableColumn column(String key) {
        return shape.columns().get(Integer.parseInt(key.substring(KEY.length())));
    }

    private static Span hidden(String name) {
        var heading = new Span(name);
        heading.addClassName("visually-hidden");
        return heading;
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }
}
