package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.invoices.InvoiceRow;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.IntStream;

/** A test of the list of all invoices. */
abstract class InvoiceListBrowserlessTest extends BrowserlessTest {

    void open(String path) {
        Addresses.open(path);
    }

    GridTester<Grid<InvoiceRow>, InvoiceRow> grid() {
        Grid<InvoiceRow> grid = findInView(InvoiceGrid.class).single();
        return test(grid);
    }

    List<String> column(String name) {
        return IntStream.range(0, grid().size())
                .mapToObj(row -> cell(row, name, name))
                .toList();
    }

    String cell(int row, String column, String property) {
        return grid().getLitRendererPropertyValue(row, column, property, String.class);
    }

    String count() {
        return findInView(Span.class).withClassName("page-count").single().getText();
    }

    StatusFilter status() {
        return findInView(StatusFilter.class).single();
    }
}
