package com.acme.dashboard.common.ui.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.signals.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * A list's rows, or cards where the window is narrow. It sorts nothing itself: it shows which order the rows have, and
 * reports which one a person chooses. The key of a sortable column is the property of the sort.
 */
public abstract class ListGrid<T> extends Grid<T> {

    private static final String CARD = "card";

    /** Cards leave room for check boxes beside them from this width of the window on. */
    private static final int WIDTH_FOR_SELECTION = 800;

    private final Sort preset;
    private final Map<String, Integer> widthFor = new HashMap<>();
    private Set<String> implied = Set.of();
    private int widthForRows = 800;
    private Sort sort;
    private SerializableConsumer<Sort> chosen = next -> {};
    private @Nullable SortMenu sortMenu;

    /** With its (translated) accessible name and the order that its rows have where none is chosen. */
    @SuppressWarnings("this-escape") // What is called here belongs to the grid itself, which is complete by now.
    protected ListGrid(String label, Sort preset) {
        this.preset = preset;
        this.sort = preset;
        addClassName("list-grid");
        setAriaLabel(label);
        addThemeVariants(GridVariant.NO_BORDER);
        setSizeFull();
    }

    /** What a row is in a narrow window. */
    protected abstract Renderer<T> card();

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var size = event.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> arrange(size.get().width()));
    }

    /** In windows of fewer pixels there are cards; where not told otherwise, under 800. */
    protected final void showRowsFrom(int width) {
        widthForRows = width;
    }

    /** In windows of fewer pixels the column with this key gives way to more important ones. */
    protected final void showColumnFrom(int width, String key) {
        widthFor.put(key, width);
    }

    /** A width of 0 is one that the browser has not told yet. */
    private void arrange(int width) {
        var cards = width > 0 && width < widthForRows;
        if (cards != (getColumnByKey(CARD) != null)) {
            showCards(cards);
        }
        hideSelection(cards && width < WIDTH_FOR_SELECTION);
        if (!cards) {
            getColumns()
                    .forEach(column -> column.setVisible(!implied.contains(column.getKey())
                            && (width == 0 || width >= widthFor.getOrDefault(column.getKey(), 0))));
        }
    }

    private void showCards(boolean cards) {
        if (cards) {
            var card = addColumn(card()).setKey(CARD);
            sort.stream().findFirst().ifPresent(order -> {
                var sortable = getColumns().stream()
                        .filter(column -> column.isSortable() && !implied.contains(column.getKey()))
                        .toList();
                sortMenu = new SortMenu(sortable, order, this::choose);
                card.setHeader(sortMenu);
            });
            getColumns().forEach(column -> column.setVisible(CARD.equals(column.getKey())));
        } else {
            removeColumnByKey(CARD);
            sortMenu = null;
        }
        showSort(sort);
        setClassName("cards", cards);
    }

    private void hideSelection(boolean hidden) {
        getElement()
                .getChildren()
                .filter(child -> "vaadin-grid-flow-selection-column".equals(child.getTag()))
                .forEach(checkboxes -> checkboxes.setProperty("hidden", hidden));
    }

    /** Leaves out the columns with these keys for good. */
    protected final void hide(Set<String> keys) {
        implied = Set.copyOf(keys);
        implied.forEach(key -> getColumnByKey(key).setVisible(false));
    }

    /** Takes the focus into the rows where what had it has just gone. */
    public final void focusRows() {
        if (isVisible()) {
            GridFocus.takeIntoRows(this);
        }
    }

    /** Shows by arrows, or above cards by a menu, which order the rows have. */
    public final void showSort(Sort shown) {
        sort = shown;
        if (sortMenu != null) {
            sort.stream().findFirst().ifPresent(sortMenu::show);
        }
        sort(sort.stream()
                .map(order -> new GridSortOrder<>(
                        getColumnByKey(order.getProperty()),
                        order.isAscending() ? SortDirection.ASCENDING : SortDirection.DESCENDING))
                .toList());
    }

    /**
     * Reports the order that a person chooses by the menu above cards, or by clicks on a header, which sort up, then
     * down, then not at all: instead of that the preset order comes back, or, where the rows had it already, the reverse
     * of it.
     */
    public final void onSortChosen(SerializableConsumer<Sort> listener) {
        chosen = listener;
        addSortListener(event -> {
            // Headers that give way to cards report an empty order by themselves.
            if (getColumnByKey(CARD) == null) {
                choose(chosen(event.getSortOrder()));
            }
        });
    }

    private void choose(Sort next) {
        if (!next.equals(sort)) {
            chosen.accept(next);
        }
    }

    private Sort chosen(List<GridSortOrder<T>> orders) {
        return orders.stream()
                .findFirst()
                .map(order -> Sort.by(
                        order.getDirection() == SortDirection.ASCENDING ? Sort.Direction.ASC : Sort.Direction.DESC,
                        order.getSorted().getKey()))
                .orElseGet(() -> sort.equals(preset) ? sort.reverse() : preset);
    }
}
