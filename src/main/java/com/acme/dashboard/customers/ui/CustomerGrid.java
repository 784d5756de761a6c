package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.list.ListGrid;
import com.acme.dashboard.customers.CustomerRow;
import com.acme.dashboard.customers.CustomerSort;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Supplier;

/** Customers as rows with their totals, or as cards where the window is narrow. */
final class CustomerGrid extends ListGrid<CustomerRow> {

    /** Room for hundreds of millions of dollars. */
    private static final String SUM_WIDTH = "9.5rem";

    private final CustomerCells cells;

    /**
     * A grid without data.
     *
     * @param list what the links carry along to lead back to the same list
     */
    CustomerGrid(CustomerActions actions, Supplier<CustomerListState> list) {
        super(I18NProvider.translate("customers.title"), CustomerSort.DEFAULT);
        cells = new CustomerCells(this, actions, list);
        setTestId("customer-grid");
        setSelectionMode(SelectionMode.NONE);
        addColumn(CustomerSort.NAME, "customers.name", CustomerCells.NAME)
                .setRowHeader(true)
                .setFlexGrow(4);
        addColumn(CustomerSort.EMAIL, "customers.email", CustomerCells.EMAIL).setFlexGrow(3);
        addTotal(CustomerSort.INVOICES, "customers.total-invoices", CustomerCells.INVOICES, "8.5rem");
        addTotal(CustomerSort.PENDING, "customers.total-pending", CustomerCells.PENDING, SUM_WIDTH);
        addTotal(CustomerSort.PAID, "customers.total-paid", CustomerCells.PAID, SUM_WIDTH);
        addColumn(cells.of(CustomerCells.ACTIONS))
                .setKey("actions")
                .setHeader(getTranslation("customers.actions"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        showRowsFrom(970);
        showColumnFrom(1120, CustomerSort.EMAIL.property());
    }

    @Override
    protected Renderer<CustomerRow> card() {
        return cells.of(CustomerCells.CARD);
    }

    private void addTotal(CustomerSort sort, String key, String template, String width) {
        addColumn(sort, key, template)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth(width)
                .setFlexGrow(0);
    }

    private Column<CustomerRow> addColumn(CustomerSort sort, String key, String template) {
        return addColumn(cells.of(template))
                .setKey(sort.property())
                .setHeader(getTranslation(key))
                .setSortable(true)
                .setSortProperty(sort.property());
    }
}
