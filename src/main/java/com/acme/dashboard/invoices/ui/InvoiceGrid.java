package com.acme.dashboard.invoices.ui;

import static java.util.Map.entry;

import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.Dates;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceSort;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.data.domain.Sort;

/**
 * Invoices as rows, or as cards where the window is narrow. Cells are templates filled in the browser: thousands of
 * rows cost the server no components.
 */
final class InvoiceGrid extends Grid<InvoiceRow> {

    /** Under so many pixels there is room for one column only. */
    private static final int NARROW = 800;

    static final String ACTIONS = "actions";
    static final String CARD = "card";

    private static final String AVATAR = """
            <vaadin-avatar aria-hidden="true" theme="filled" .name="${item.customer}" .abbr="${item.initials}"
                .colorIndex="${item.color}" .img="${item.image}"></vaadin-avatar>
            """;
    private static final String CUSTOMER = """
            <a class="customer-name cut" href="${item.customerPath}" router-link title="${item.customer}">${item.customer}</a>
            """;
    private static final String STATUS = """
            <span class="badge ${item.paid ? 'badge-good' : 'badge-waiting'}"><vaadin-icon aria-hidden="true"
                src="%s" symbol="${item.paid ? '%s' : '%s'}"></vaadin-icon><span>${item.status}</span></span>
            """.formatted(Glyph.SPRITE, Glyph.CHECK.symbol(), Glyph.CLOCK.symbol());

    private final InvoiceActions actions;
    private final Supplier<String> listQuery;
    private Set<String> implied = Set.of();
    private Sort sort = InvoiceSort.DEFAULT;

    /**
     * A grid without data.
     *
     * @param listQuery what the links to the form carry along to lead back to the same list: empty or {@code ?…}
     */
    InvoiceGrid(InvoiceActions actions, Supplier<String> listQuery) {
        this.actions = actions;
        this.listQuery = listQuery;
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
            addCards();
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
        addColumn(InvoiceSort.CUSTOMER, "<div class=\"customer-cell\">" + AVATAR + CUSTOMER + "</div>")
                .setRowHeader(true)
                .setFlexGrow(3);
        addColumn(InvoiceSort.EMAIL, "<span class=\"muted cut\" title=\"${item.email}\">${item.email}</span>")
                .setFlexGrow(3);
        addColumn(InvoiceSort.AMOUNT, "<span class=\"money strong\">${item.amount}</span>")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("9rem")
                .setFlexGrow(0);
        addColumn(InvoiceSort.DATE, "<span class=\"figures\">${item.date}</span>")
                .setWidth("9rem")
                .setFlexGrow(0);
        addColumn(InvoiceSort.STATUS, STATUS).setWidth("8rem").setFlexGrow(0);
        addColumn(row("""
                <div class="row-actions">
                  <a class="row-action" href="${item.editPath}" router-link aria-label="${item.editLabel}"
                    title="${item.edit}"><vaadin-icon src="%1$s" symbol="%2$s"></vaadin-icon></a>
                  <button class="row-action" @click="${markPaid}" ?disabled="${item.paid}" aria-label="${item.payLabel}"
                    title="${item.pay}"><vaadin-icon src="%1$s" symbol="%3$s"></vaadin-icon></button>
                  <button class="row-action" @click="${remove}" aria-label="${item.deleteLabel}"
                    title="${item.delete}"><vaadin-icon src="%1$s" symbol="%4$s"></vaadin-icon></button>
                </div>
                """.formatted(Glyph.SPRITE, Glyph.EDIT.symbol(), Glyph.CHECK.symbol(), Glyph.TRASH.symbol())))
                .setKey(ACTIONS)
                .setHeader(getTranslation("invoices.column.actions"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("9rem")
                .setFlexGrow(0);
    }

    private void addCards() {
        addColumn(row("""
                <div class="invoice-card">%s<div class="invoice-card-name">%s<span class="muted figures">${item.date}</span></div>
                  <div class="invoice-card-end"><a class="money strong" href="${item.editPath}" router-link
                    aria-label="${item.editLabel}">${item.amount}</a>%s</div>
                  <button class="row-action" @click="${more}" aria-label="${item.moreLabel}"><vaadin-icon src="%s"
                    symbol="%s"></vaadin-icon></button>
                </div>
                """.formatted(AVATAR, CUSTOMER, STATUS, Glyph.SPRITE, Glyph.MORE.symbol())))
                .setKey(CARD);
    }

    private Column<InvoiceRow> addColumn(InvoiceSort sort, String template) {
        return addColumn(row(template))
                .setKey(sort.property())
                .setHeader(getTranslation("invoices.column." + sort.property()))
                .setSortable(true)
                .setSortProperty(sort.property());
    }

    /** Fills a template; only what it names travels to the browser. */
    private LitRenderer<InvoiceRow> row(String template) {
        var renderer = LitRenderer.<InvoiceRow>of(template);
        properties().forEach((name, value) -> {
            if (template.contains("item." + name + "}") || template.contains("item." + name + " ")) {
                renderer.withProperty(name, value);
            }
        });
        functions().forEach((name, function) -> {
            if (template.contains("@click=\"${" + name + "}")) {
                renderer.withFunction(name, function);
            }
        });
        return renderer;
    }

    private Map<String, SerializableConsumer<InvoiceRow>> functions() {
        return Map.of(
                "markPaid", row -> actions.markPaid(List.of(row.id())),
                "remove", this::remove,
                "more", row -> new InvoiceSheet(row, editPath(row), actions, () -> remove(row)).open());
    }

    private Map<String, ValueProvider<InvoiceRow, ?>> properties() {
        return Map.ofEntries(
                entry("customer", InvoiceRow::customerName),
                entry("initials", row -> Avatars.initials(row.customerName())),
                entry("color", row -> Avatars.colorIndex(row.customerName())),
                entry("image", InvoiceRow::customerImageUrl),
                entry("customerPath", row -> "dashboard/customers/" + row.customerId()),
                entry("email", InvoiceRow::customerEmail),
                entry("amount", row -> row.amount().format(getLocale())),
                entry("date", row -> Dates.format(row.date(), getLocale())),
                entry("paid", row -> row.status() == InvoiceStatus.PAID),
                entry("status", row -> InvoiceWords.status(row.status())),
                entry("editPath", this::editPath),
                entry("edit", row -> getTranslation("invoices.edit")),
                entry("pay", row -> getTranslation("invoices.mark-paid")),
                entry("delete", row -> getTranslation("invoices.delete")),
                entry("editLabel", row -> InvoiceWords.of("invoices.edit-of", row)),
                entry("payLabel", row -> InvoiceWords.of("invoices.mark-paid-of", row)),
                entry("deleteLabel", row -> InvoiceWords.of("invoices.delete-of", row)),
                entry("moreLabel", row -> InvoiceWords.of("invoices.more-of", row)));
    }

    private void remove(InvoiceRow row) {
        actions.delete(List.of(row.id()), InvoiceWords.of("invoices.delete.one", row), () -> deselect(row));
    }

    private String editPath(InvoiceRow row) {
        return InvoiceListState.PATH + "/" + row.id() + "/edit" + listQuery.get();
    }
}
