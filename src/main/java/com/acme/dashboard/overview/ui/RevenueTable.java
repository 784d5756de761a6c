package com.acme.dashboard.overview.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.List;

/** What the chart shows, as a table: always there for screen readers, for everybody else on demand. */
final class RevenueTable extends NativeTable {

    private String name = "";
    private List<MonthBar> bars = List.of();
    private final List<MonthRow> months = new ArrayList<>();
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

    /** In place, so that a focused month stays focused when its amount changes. */
    private void build() {
        setCaptionText(name);
        while (months.size() > bars.size()) {
            getBody().remove(months.removeLast());
        }
        while (months.size() < bars.size()) {
            var month = new MonthRow();
            months.add(month);
            getBody().add(month);
        }
        for (var index = 0; index < bars.size(); index++) {
            months.get(index).show(bars.get(index), visibleToAll);
        }
    }

    private static NativeTableHeaderCell column(String text) {
        var column = new NativeTableHeaderCell(text);
        column.getElement().setAttribute("scope", "col");
        return column;
    }

    private static final class MonthRow extends NativeTableRow {

        private final Anchor month = new Anchor();
        private final NativeTableCell amount = new NativeTableCell();

        MonthRow() {
            var head = new NativeTableHeaderCell(month);
            head.getElement().setAttribute("scope", "row");
            amount.addClassName("money");
            add(head, amount);
        }

        void show(MonthBar bar, boolean asLink) {
            month.setText(bar.name());
            if (asLink) {
                month.setHref(bar.path());
            } else {
                // Nothing to focus that cannot be seen: the bars are links already.
                month.removeHref();
            }
            amount.setText(bar.amount().format(getLocale()));
        }
    }
}
