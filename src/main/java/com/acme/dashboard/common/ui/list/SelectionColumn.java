package com.acme.dashboard.common.ui.list;

import com.vaadin.flow.component.grid.Grid;

/** The column of checkboxes of a grid that has no checkbox for all rows, because there may be a million of them. */
public final class SelectionColumn {

    private SelectionColumn() {}

    /** Gives the column of this grid a (translated) name: its head would be empty. */
    public static void name(Grid<?> grid, String name) {
        grid.getElement().executeJs("""
                        this.querySelector('vaadin-grid-flow-selection-column').headerRenderer = (head) => {
                          head.innerHTML = '<span class="visually-hidden"></span>';
                          head.firstChild.textContent = $0;
                        };
                        """, name);
    }
}
