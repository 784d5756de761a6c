package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What can be done with the selected rows; it is there only while there are any. */
final class InvoiceSelectionBar extends Div {

    private final transient InvoiceService invoices;
    private final InvoiceGrid grid;
    private final transient Supplier<InvoiceListState> list;
    private final Span announced = new Span();
    private final Span count = new Span();
    private final Span sum = new Span();

    InvoiceSelectionBar(
            InvoiceService invoices,
            InvoiceGrid grid,
            InvoiceActions actions,
            InvoiceExports exports,
            Supplier<InvoiceListState> list) {
        this.invoices = invoices;
        this.grid = grid;
        this.list = list;
        addClassName("selection-bar");
        setTestId("invoice-selection");
        getElement().setAttribute("aria-label", getTranslation("invoices.selection"));
        getElement().setAttribute("role", "region");
        announced.addClassName("visually-hidden");
        announced.getElement().setAttribute("role", "status");
        sum.addClassName("figures");
        var markPaid = new Button(
                getTranslation("invoices.mark-paid"), click -> actions.markPaid(ids(grid.getSelectedItems())));
        var exportMenu =
                new ExportMenu(format -> exports.exportSelected(ids(grid.getSelectedItems()), list.get(), format));
        exportMenu.setTestId("export-selected");
        var delete = new Button(
                getTranslation("invoices.delete"),
                click -> actions.delete(
                        ids(grid.getSelectedItems()),
                        InvoiceWords.many(
                                "invoices.delete.many", grid.getSelectedItems().size()),
                        this::clear));
        var clear = new Button(Glyph.CLOSE.create(), click -> clear());
        clear.setAriaLabel(getTranslation("invoices.selection.clear"));
        add(count, sum, markPaid, exportMenu, delete, clear);
        grid.addSelectionListener(event -> show(event.getAllSelectedItems()));
        show(Set.of());
    }

    /** Says to screen readers how many are selected; for a place outside of the bar, which the first one brings. */
    Component announcement() {
        return announced;
    }

    private void clear() {
        grid.deselectAll();
        grid.focusRows();
    }

    /**
     * Selects what has been selected as it is now, but for those that are gone, be it only from the list: nothing is to be
     * done to what is out of sight.
     */
    void refresh() {
        var selected = grid.getSelectedItems();
        var found = selected.isEmpty()
                ? Set.<InvoiceRow>of()
                : Set.copyOf(invoices.rows(ids(selected), list.get().filter()));
        if (!found.equals(selected)) {
            grid.deselectAll();
            grid.asMultiSelect().select(found);
            if (found.isEmpty()) {
                grid.focusRows();
            }
        }
    }

    private void show(Set<InvoiceRow> selected) {
        setVisible(!selected.isEmpty());
        count.setText(InvoiceWords.many("invoices.selected", selected.size()));
        announced.setText(selected.isEmpty() ? "" : count.getText());
        sum.setText(selected.stream()
                .map(InvoiceRow::amount)
                .reduce(Money.ZERO, Money::plus)
                .format(getLocale()));
    }

    private static List<UUID> ids(Set<InvoiceRow> rows) {
        return rows.stream().map(InvoiceRow::id).toList();
    }
}
