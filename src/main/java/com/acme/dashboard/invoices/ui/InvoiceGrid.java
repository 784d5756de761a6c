package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceSort;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.data.domain.Sort;

/**
 * Invoices as rows, or as cards where the window is narrow. The page decides which
 * rows there are ({@link InvoiceRows}).
 */
final class InvoiceGrid extends Grid<InvoiceRow> {

    /** Under so many pixels there is room for one column only. */
    private static final int NARROW = 800;

    private static final String ACTIONS = "actions";
    private static final String CARD = "card";

    private final InvoiceCells cells;
    private Set<String> implied = Set.of();
    private Sort sort = InvoiceSort.DEFAULT;

    /**
     * A grid without data.
     *
     * @param listQuery what the links to the form carry along to lead back to the same list: empty or {@code ?…}
     */
    InvoiceGrid(InvoiceActions actions, Supplier<String> listQuery) {
        cells = new InvoiceCells(this, actions, listQuery);
        addClassName("invoice-grid");
        setTestId("invoice-grid");
        setAriaLabel(getTranslation("invoices.title"));
        addThemeVariants(GridVariant.NO_BORDER);
        setSizeFull();
        setSelectionMode(SelectionMode.MULTI);
        addColumns();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var size = event.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> showCards(size.get().width() > 0 && size.get().width() < NARROW));
    }

    /** Whether each invoice is a card in a single column, for narrow windows. */
    private void showCards(boolean cards) {
        if (cards == (getColumnByKey(CARD) != null)) {
            return;
        }
        if (cards) {
            addColumn(cells.of(InvoiceCells.CARD)).setKey(CARD);
        } else {
            removeColumnByKey(CARD);
        }
        getColumns()
                .forEach(column ->
                        column.setVisible(CARD.equals(column.getKey()) == cards && !implied.contains(column.getKey())));
        showSort(sort);
        setClassName("cards", cards);
        getElement()
                .getChildren()
                .filter(child -> "vaadin-grid-flow-selection-column".equals(child.getTag()))
                .forEach(checkboxes -> checkboxes.setProperty("hidden", cards));
    }

    /** Shows by arrows which order the rows have. */
    void showSort(Sort shown) {
        sort = shown;
        sort(sort.stream()
                .map(order -> new GridSortOrder<>(
                        getColumnByKey(order.getProperty()),
                        order.isAscending() ? SortDirection.ASCENDING : SortDirection.DESCENDING))
                .toList());
    }

    /** Reports the order that a person chooses by clicks on the headers; none after the last of three. */
    void onSortChosen(SerializableConsumer<List<GridSortOrder<InvoiceRow>>> chosen) {
        addSortListener(event -> {
            // Headers that give way to cards report an empty order by themselves.
            if (getColumnByKey(CARD) == null) {
                chosen.accept(event.getSortOrder());
            }
        });
    }

    /** Leaves out what is the same in every row where all invoices are of one customer. */
    void hideCustomer() {
        implied = Set.of(InvoiceSort.CUSTOMER.property(), InvoiceSort.EMAIL.property());
        implied.forEach(key -> getColumnByKey(key).setVisible(false));
        getColumnByKey(InvoiceSort.DATE.property()).setRowHeader(true);
        getColumnByKey(InvoiceSort.STATUS.property()).setFlexGrow(1);
    }

    private void addColumns() {
        addColumn(InvoiceSort.CUSTOMER, InvoiceCells.CUSTOMER)
                .setRowHeader(true)
                .setFlexGrow(3);
        addColumn(InvoiceSort.EMAIL, InvoiceCells.EMAIL).setFlexGrow(3);
        addColumn(InvoiceSort.AMOUNT, InvoiceCells.AMOUNT)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("9rem")
                .setFlexGrow(0);
        addColumn(InvoiceSort.DATE, InvoiceCells.DATE).setWidth("9rem").setFlexGrow(0);
        addColumn(InvoiceSort.STATUS, InvoiceCells.STATUS).setWidth("8rem").setFlexGrow(0);
        addColumn(cells.of(InvoiceCells.ACTIONS))
                .setKey(ACTIONS)
                .setHeader(getTranslation("invoices.column.actions"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("9rem")
                .setFlexGrow(0);
    }

    private Column<InvoiceRow> addColumn(InvoiceSort sort, String template) {
        return addColumn(cells.of(template))
                .setKey(sort.property())
                .setHeader(getTranslation("invoices.column." + sort.property()))
                .setSortable(true)
                .setSortProperty(sort.property());
    }
}
