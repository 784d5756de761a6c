package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.list.ListGrid;
import com.acme.dashboard.common.ui.list.SelectionColumn;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceSort;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Invoices as rows, or as cards where the window is narrow. The page decides which
 * rows there are ({@link InvoiceRows}).
 */
final class InvoiceGrid extends ListGrid<InvoiceRow> {

    private static final String ACTIONS = "actions";

    private final InvoiceCells cells;
    private String card = InvoiceCells.CARD;

    /**
     * A grid without data.
     *
     * @param listQuery what the links to the form carry along to lead back to the same list: empty or {@code ?…}
     */
    InvoiceGrid(InvoiceActions actions, Supplier<String> listQuery) {
        super(I18NProvider.translate("invoices.title"), InvoiceSort.DEFAULT);
        cells = new InvoiceCells(this, actions, listQuery);
        setTestId("invoice-grid");
        setSelectionMode(SelectionMode.MULTI);
        SelectionColumn.name(this, getTranslation("invoices.column.selection"));
        addColumns();
        showRowsFrom(1030);
        showColumnFrom(1180, InvoiceSort.EMAIL.property());
    }

    @Override
    protected Renderer<InvoiceRow> card() {
        return cells.of(card);
    }

    /** Leaves out what is the same in every row where all invoices are of one customer. */
    void hideCustomer() {
        card = InvoiceCells.CARD_WITHOUT_CUSTOMER;
        showRowsFrom(910);
        hide(Set.of(InvoiceSort.CUSTOMER.property(), InvoiceSort.EMAIL.property()));
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
        addColumn(InvoiceSort.DATE, InvoiceCells.DATE).setWidth("8rem").setFlexGrow(0);
        addColumn(InvoiceSort.STATUS, InvoiceCells.STATUS).setWidth("7.5rem").setFlexGrow(0);
        addColumn(cells.of(InvoiceCells.ACTIONS))
                .setKey(ACTIONS)
                .setHeader(getTranslation("invoices.column.actions"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("10rem")
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
