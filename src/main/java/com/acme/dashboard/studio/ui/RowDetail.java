package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.studio.Cell;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowEdit;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableShape;
import com.acme.dashboard.studio.ValueKind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row with every value in full, and where its foreign keys lead, both ways. */
final class RowDetail extends Dialog {

    private final transient StudioRows rows;
    private final transient TableShape shape;
    private final transient RowQuery query;
    private final transient Row row;

    /**
     * Of a row as the grid shows it.
     *
     * @param waiting the change that waits for it; null where none does
     */
    RowDetail(StudioRows rows, TableShape shape, RowQuery query, Row shown, @Nullable StagedChange waiting) {
        this.rows = rows;
        this.shape = shape;
        this.query = query;
        // What is stored, and not what the grid shows in its place.
        var read = waiting == null ? null : waiting.read();
        row = read == null ? shown : read;
        addClassName("studio-detail");
        setTestId("studio-row");
        setHeaderTitle(getTranslation(
                "studio.row.title",
                shape.name().toString(),
                NumberFormat.getIntegerInstance(getLocale()).format(shown.number() + 1)));
        if (waiting != null && waiting.edit() instanceof RowEdit.Delete) {
            add(waits(getTranslation("studio.row.waits-to-go")));
        }
        for (int i = 0; i < shape.columns().size(); i++) {
            add(value(shape.columns().get(i), row.cells().get(i), waiting));
        }
        add(new RelatedRows(shape, row, this::close));
        getFooter().add(new Button(getTranslation("studio.close"), click -> close()));
    }

    private Div value(TableColumn column, @Nullable Cell cell, @Nullable StagedChange waiting) {
        var name = new Span(column.name());
        name.addClassName("strong");
        var type = new Span(column.type());
        type.addClassNames("small", "muted");
        var head = new Div(name, type);
        head.addClassName("studio-detail-head");
        var comment = column.comment();
        if (comment != null) {
            head.setTitle(comment);
        }
        var block = new Div(head);
        block.addClassName("studio-detail-value");
        block.add(shown(column, cell, block));
        if (waiting != null) {
            waiting.edit().values().stream()
                    .filter(value -> value.column().equals(column.name()))
                    .forEach(value -> block.add(waits(
                            getTranslation("studio.row.waits", Objects.requireNonNullElse(value.text(), "null")))));
        }
        return block;
    }

    private static Paragraph waits(String words) {
        var paragraph = new Paragraph(words);
        paragraph.addClassName("studio-detail-waits");
        return paragraph;
    }

    private Component shown(TableColumn column, @Nullable Cell cell, Div block) {
        if (column.secret()) {
            return quiet("studio.value.secret");
        }
        if (cell == null) {
            return quiet("studio.value.null");
        }
        if (cell.text().isEmpty()) {
            return quiet("studio.value.empty");
        }
        var path = RowLinks.forward(shape, column, row);
        if (path != null) {
            return link(path, cell.text());
        }
        if (cell.cut() || column.kind() == ValueKind.JSON) {
            return cell.cut() ? beginning(column, cell, block) : inFull(column, cell.text());
        }
        return new Pre(cell.text());
    }

    private Div beginning(TableColumn column, Cell cell, Div block) {
        var part = new Div(new Pre(cell.text() + "…"));
        var all = new Button(getTranslation("studio.value.all"), click -> {
            block.remove(part);
            block.add(inFull(column, cell.text()));
        });
        all.addThemeVariants(ButtonVariant.TERTIARY);
        all.setAriaLabel(getTranslation("studio.value.all-of", column.name()));
        part.add(all);
        return part;
    }

    /** Reads the value; where that fails, what is known of it stays. */
    private Component inFull(TableColumn column, String known) {
        var shown = new Div(new Pre(known));
        Failures.attempt(
                () -> {
                    shown.removeAll();
                    rows.value(shape, query, row, column.name())
                            .ifPresentOrElse(
                                    full -> {
                                        shown.add(new Pre(full.text()));
                                        if (full.cut()) {
                                            shown.add(quiet("studio.value.cut"));
                                        }
                                    },
                                    () -> shown.add(quiet("studio.value.gone")));
                },
                () -> shown.add(new Pre(known), quiet("studio.failed")));
        return shown;
    }

    /** Leads to rows that are shown where this one is, so that this one gives way. */
    private Anchor link(String path, String text) {
        var link = new Anchor(path, text);
        link.getElement().addEventListener("click", click -> close());
        return link;
    }

    private static Span quiet(String key) {
        var words = new Span(I18NProvider.translate(key));
        words.addClassName("muted");
        return words;
    }
}
