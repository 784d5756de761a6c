package com.acme.dashboard.customers.ui;

import static java.util.Map.entry;

import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.common.ui.Navigation;
import com.acme.dashboard.common.ui.list.ActionSheet;
import com.acme.dashboard.common.ui.list.ListGrid;
import com.acme.dashboard.common.ui.list.RowTemplate;
import com.acme.dashboard.customers.CustomerRow;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What stands in a row, or in a card. */
final class CustomerCells {

    private static final String LINK = """
            <a class="customer-name cut" href="${item.path}" router-link title="${item.name}">${item.name}</a>
            """;

    static final String NAME = "<div class=\"customer-cell\">" + Avatars.MARKUP + LINK + "</div>";
    static final String EMAIL = "<span class=\"muted cut\" title=\"${item.email}\">${item.email}</span>";
    static final String INVOICES = "<span class=\"figures\">${item.invoices}</span>";
    static final String PENDING = "<span class=\"money\">${item.pending}</span>";
    static final String PAID = "<span class=\"money strong\">${item.paid}</span>";
    static final String ACTIONS = """
            <div class="row-actions">
              <a class="row-action" href="${item.editPath}" router-link aria-label="${item.editLabel}"
                title="${item.edit}">%s</a>
              <button class="row-action" @click="${remove}" aria-label="${item.deleteLabel}"
                title="${item.delete}">%s</button>
            </div>
            """.formatted(Glyph.EDIT.markup(), Glyph.TRASH.markup());
    static final String CARD =
            """
            <div class="row-card">%s<div class="row-card-name">%s<span class="muted cut">${item.email}</span></div>
              <div class="row-card-end"><span class="badge badge-good" title="${item.paidLabel}">%s<span class="visually-hidden">${item.paidLabel}</span><span
                class="figures">${item.paid}</span></span><span class="badge badge-waiting" title="${item.pendingLabel}">%s<span class="visually-hidden">${item.pendingLabel}</span><span
                class="figures">${item.pending}</span></span></div>
              <button class="row-action" @click="${more}" aria-label="${item.moreLabel}">%s</button>
            </div>
            """.formatted(Avatars.MARKUP, LINK, Glyph.CHECK.markup(), Glyph.CLOCK.markup(), Glyph.MORE.markup());

    private final ListGrid<CustomerRow> grid;
    private final CustomerActions actions;
    private final Supplier<CustomerListState> list;

    /** Cells of this grid; {@code list} is what the links carry along to lead back to it. */
    CustomerCells(ListGrid<CustomerRow> grid, CustomerActions actions, Supplier<CustomerListState> list) {
        this.grid = grid;
        this.actions = actions;
        this.list = list;
    }

    LitRenderer<CustomerRow> of(String template) {
        return RowTemplate.fill(template, words(), properties(), functions());
    }

    private Map<String, SerializableConsumer<CustomerRow>> functions() {
        return Map.of("remove", this::remove, "more", row -> sheet(row).open());
    }

    private Map<String, ValueProvider<CustomerRow, ?>> properties() {
        return Map.ofEntries(
                entry("name", row -> Names.shown(row.name())),
                entry("initials", row -> Avatars.initials(row.name())),
                entry("color", row -> Avatars.colorIndex(row.name())),
                entry("image", CustomerRow::imageUrl),
                entry("path", row -> list.get().addressOf(row.id())),
                entry("email", CustomerRow::email),
                entry(
                        "invoices",
                        row -> NumberFormat.getIntegerInstance(locale()).format(row.invoiceCount())),
                entry("pending", row -> row.pending().format(locale())),
                entry("paid", row -> row.paid().format(locale())),
                entry("editPath", this::editPath));
    }

    private Map<String, String> words() {
        return Map.of(
                "paidLabel", words("customers.total-paid"),
                "pendingLabel", words("customers.total-pending"),
                "edit", words("customers.edit"),
                "delete", words("customers.delete"),
                "editLabel", words("customers.edit-of"),
                "deleteLabel", words("customers.delete-of"),
                "moreLabel", words("customers.more-of"));
    }

    private String words(String key) {
        return grid.getTranslation(key, "${item.name}");
    }

    private ActionSheet sheet(CustomerRow row) {
        return new ActionSheet(Names.shown(row.name()))
                .choice(grid.getTranslation("customers.edit"), () -> Navigation.to(editPath(row)))
                .choice(
                        grid.getTranslation("customers.create-invoice"),
                        () -> Navigation.to(CustomerListState.invoiceFor(
                                row.id(), list.get().address())))
                .danger(grid.getTranslation("customers.delete"), () -> remove(row));
    }

    private void remove(CustomerRow row) {
        actions.delete(row.id(), Names.shown(row.name()), list.get(), grid::focusRows);
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private String editPath(CustomerRow row) {
        return list.get().formOf(row.id());
    }
}
