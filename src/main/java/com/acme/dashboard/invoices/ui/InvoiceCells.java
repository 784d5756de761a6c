package com.acme.dashboard.invoices.ui;

import static java.util.Map.entry;

import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.common.ui.Navigation;
import com.acme.dashboard.common.ui.list.ActionSheet;
import com.acme.dashboard.common.ui.list.ListGrid;
import com.acme.dashboard.common.ui.list.RowTemplate;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What stands in a row: templates filled in the browser, so that thousands of rows cost the server no components. */
final class InvoiceCells {

    private static final String NAME = """
            <a class="customer-name cut" href="${item.customerPath}" router-link title="${item.customer}">${item.customer}</a>
            """;

    static final String CUSTOMER = "<div class=\"customer-cell\">" + Avatars.MARKUP + NAME + "</div>";
    static final String EMAIL = "<span class=\"muted cut\" title=\"${item.email}\">${item.email}</span>";
    static final String AMOUNT = "<span class=\"money strong\">${item.amount}</span>";
    static final String DATE = "<span class=\"figures\">${item.date}</span>";
    static final String STATUS = """
            <span class="badge ${item.paid ? 'badge-good' : 'badge-waiting'}">%s<span>${item.status}</span></span>
            """.formatted(
                    Glyph.markup("${item.paid ? '%s' : '%s'}".formatted(Glyph.CHECK.symbol(), Glyph.CLOCK.symbol())));
    static final String ACTIONS =
            """
            <div class="row-actions">
              <a class="row-action" href="${item.editPath}" router-link aria-label="${item.editLabel}"
                title="${item.edit}">%s</a>
              <button class="row-action" @click="${markPaid}" ?disabled="${item.paid}" aria-label="${item.payLabel}"
                title="${item.pay}">%s</button>
              <button class="row-action" @click="${pdf}" aria-label="${item.pdfLabel}"
                title="${item.pdf}">%s</button>
              <button class="row-action" @click="${remove}" aria-label="${item.deleteLabel}"
                title="${item.delete}">%s</button>
            </div>
            """.formatted(Glyph.EDIT.markup(), Glyph.CHECK.markup(), Glyph.DOWNLOAD.markup(), Glyph.TRASH.markup());
    static final String CARD = card(Avatars.MARKUP, NAME + "<span class=\"muted figures\">${item.date}</span>");
    static final String CARD_WITHOUT_CUSTOMER = card("", "<span class=\"strong figures\">${item.date}</span>");

    private final ListGrid<InvoiceRow> grid;
    private final InvoiceActions actions;
    private final Supplier<String> listQuery;

    /** Cells of this grid; {@code listQuery} is what the links to the form carry along, empty or {@code ?…}. */
    InvoiceCells(ListGrid<InvoiceRow> grid, InvoiceActions actions, Supplier<String> listQuery) {
        this.grid = grid;
        this.actions = actions;
        this.listQuery = listQuery;
    }

    LitRenderer<InvoiceRow> of(String template) {
        return RowTemplate.fill(template, words(), properties(), functions());
    }

    private Map<String, SerializableConsumer<InvoiceRow>> functions() {
        return Map.of(
                "markPaid",
                this::markPaid,
                "pdf",
                row -> actions.downloadPdf(row.id()),
                "remove",
                this::remove,
                "more",
                row -> sheet(row).open());
    }

    private Map<String, ValueProvider<InvoiceRow, ?>> properties() {
        return Map.ofEntries(
                entry("customer", row -> Names.shown(row.customerName())),
                entry("initials", row -> Avatars.initials(row.customerName())),
                entry("color", row -> Avatars.colorIndex(row.customerName())),
                entry("image", InvoiceRow::customerImageUrl),
                entry("customerPath", row -> "dashboard/customers/" + row.customerId()),
                entry("email", InvoiceRow::customerEmail),
                entry("amount", row -> InvoiceWords.amount(row.amount())),
                entry("date", row -> InvoiceWords.date(row.date())),
                entry("paid", row -> row.status() == InvoiceStatus.PAID),
                entry("status", row -> InvoiceWords.status(row.status())),
                entry("editPath", this::editPath));
    }

    private Map<String, String> words() {
        return Map.of(
                "edit", words("invoices.edit"),
                "pay", words("invoices.mark-paid"),
                "pdf", words("invoices.pdf"),
                "delete", words("invoices.delete"),
                "editLabel", words("invoices.edit-of"),
                "payLabel", words("invoices.mark-paid-of"),
                "pdfLabel", words("invoices.pdf-of"),
                "deleteLabel", words("invoices.delete-of"),
                "moreLabel", words("invoices.more-of"));
    }

    private String words(String key) {
        return grid.getTranslation(key, "${item.customer}", "${item.amount}");
    }

    private static String card(String picture, String heading) {
        return """
            <div class="row-card">%s<div class="row-card-name">%s</div>
              <div class="row-card-end"><a class="money strong" href="${item.editPath}" router-link
                aria-label="${item.editLabel}">${item.amount}</a>%s</div>
              <button class="row-action" @click="${more}" aria-label="${item.moreLabel}">%s</button>
            </div>
            """.formatted(picture, heading, STATUS, Glyph.MORE.markup());
    }

    /** The button that was pressed is about to be hidden: the link beside it takes the focus, as long as its row stays. */
    private void markPaid(InvoiceRow row) {
        if (actions.markPaid(List.of(row.id()))) {
            grid.getElement().executeJs("document.activeElement.closest('.row-actions')?.querySelector('a').focus()");
            grid.focusRows();
        }
    }

    private void remove(InvoiceRow row) {
        actions.delete(List.of(row.id()), InvoiceWords.of("invoices.delete.one", row), () -> {
            grid.deselect(row);
            grid.focusRows();
        });
    }

    private ActionSheet sheet(InvoiceRow row) {
        var sheet = new ActionSheet(InvoiceWords.of("invoices.one", row))
                .choice(grid.getTranslation("invoices.edit"), () -> Navigation.to(editPath(row)));
        if (row.status() == InvoiceStatus.PENDING) {
            sheet.choice(grid.getTranslation("invoices.mark-paid"), () -> actions.markPaid(List.of(row.id())));
        }
        sheet.choice(grid.getTranslation("invoices.pdf"), () -> actions.downloadPdf(row.id()));
        return sheet.danger(grid.getTranslation("invoices.delete"), () -> remove(row));
    }

    private String editPath(InvoiceRow row) {
        return InvoiceListState.PATH + "/" + row.id() + "/edit" + listQuery.get();
    }
}
