package com.acme.dashboard.common.ui.list;

import com.vaadin.flow.component.grid.Grid;

/** Keeps whoever works with the keyboard in a list when what had the focus goes. */
final class GridFocus {

    /**
     * Rows that have just become visible are drawn within some frames, and so does a dialog close that has the focus. Until
     * then the page as a whole may have it.
     */
    private static final String INTO_ROWS = """
            const isLost = () =>
              document.activeElement.matches('body, #content') || !document.activeElement.checkVisibility();
            const cells = (row) => this.shadowRoot.querySelectorAll(row + ':not([hidden]) > :is(td, th)');
            const cellOf = (row) => {
              const all = [...cells(row)];
              const top = all.find((cell) => cell.parentElement.index === this._firstVisibleIndex);
              return all.find((cell) => cell.tabIndex === 0) ?? top ?? all[0];
            };
            const look = (frames) => {
              const cell = cellOf('#items > tr') ?? (frames > 0 ? null : cellOf('#header > tr'));
              if (isLost() && cell) {
                cell.focus({preventScroll: true});
              } else if (frames > 0) {
                requestAnimationFrame(() => look(frames - 1));
              }
            };
            look(60);
            """;

    private GridFocus() {}

    /** Takes the focus into this grid's rows, or its header where there are none, unless something else has it. */
    static void takeIntoRows(Grid<?> grid) {
        grid.getElement().executeJs(INTO_ROWS);
    }
}
