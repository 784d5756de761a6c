package com.acme.dashboard.overview.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import java.util.List;

/** What the chart shows, as a table: always there for screen readers, for everybody else on demand. */
final class RevenueTable extends NativeTable {

    private String name = "";
    private List<MonthBar> bars = List.of();
    private boolean visibleToAll;

    RevenueTable() {
        setTestId("revenue-table");
        getHead()
                .addRow()
                .add(
                        column(getTranslation("overview.revenue.month")),
                        column(getTranslation("overview.revenue.amount")));
        showToAll(false);
    }

    void show(String newName, List<MonthBar> newBars) {
        name = newName;
        bars = newBars;
        build();
    }

    void showToAll(boolean toAll) {
        visibleToAll = toAll;
        setClassName("visually-hidden", !toAll);
        build();
    }

    private void build() {
        setCaptionText(name);
        getBody().removeAll();
        bars.forEach(bar -> {
            var month = new NativeTableHeaderCell();
            month.getElement().setAttribute("scope", "row");
            if (visibleToAll) {
                month.add(new Anchor(bar.path(), bar.name()));
            } else {
                // Nothing to focus that cannot be seen: the bars are links already.
                month.setText(bar.name());
            }
            var amount = new NativeTableCell(bar.amount().format(getLocale()));
            amount.addClassName("money");
            getBody().addRow().add(month, amount);
        });
    }

    private static NativeTableHeaderCell column(String text) {
        var column = new NativeTableHeaderCell(text);
        column.getElement().setAttribute("scope", "col");
        return column;
    }
}
