package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.Assignment;
import com.acme.dashboard.studio.Cell;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowEdit;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableShape;
import com.acme.dashboard.studio.ValueKind;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the forms in which changes to a table's rows are staged. */
final class RowForms {

    private final StudioRows rows;
    private final StudioEdits edits;
    private final StudioReferences references;
    private final TableShape shape;
    private final StagedChanges staged;

    RowForms(StudioRows rows, StudioEdits edits, StudioReferences references, TableShape shape, StagedChanges staged) {
        this.rows = rows;
        this.edits = edits;
        this.references = references;
        this.shape = shape;
        this.staged = staged;
    }

    /** For a new row. */
    RowForm forNew() {
        return forNew(values -> staged.add(new RowEdit.Insert(values)));
    }

    /** For a row that is shown, with what waits for it. */
    RowForm of(Row row) {
        var waiting = staged.of(row);
        @Nullable Row read = waiting.map(StagedChange::read).orElse(row);
        var form = forRead(read == null ? row : read);
        waiting.ifPresent(change -> form.fill(change.edit().values()));
        return form;
    }

    /** For what waits already, such as a new row. */
    RowForm of(StagedChange change) {
        var read = change.read();
        if (read != null) {
            return of(read);
        }
        return forNew(values -> staged.replace(change, new StagedChange(null, new RowEdit.Insert(values))))
                .fill(change.edit().values());
    }

    private RowForm forNew(SerializableConsumer<List<Assignment>> taken) {
        var editors = shape.columns().stream()
                .filter(TableColumn::settable)
                .map(column -> ValueEditor.ofNew(shape, column, references))
                .toList();
        return new RowForm(
                I18NProvider.translate("studio.edit.new", shape.name().toString()),
                edits,
                shape,
                editors,
                references,
                taken);
    }

    private RowForm forRead(Row row) {
        List<ValueEditor> editors = new ArrayList<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            var column = shape.columns().get(i);
            if (column.settable()) {
                editors.add(editor(row, column, row.cells().get(i)));
            }
        }
        var number =
                NumberFormat.getIntegerInstance(UI.getCurrent().getLocale()).format(row.number() + 1);
        return new RowForm(
                I18NProvider.translate("studio.edit.row", shape.name().toString(), number),
                edits,
                shape,
                editors,
                references,
                values -> staged.change(row, values));
    }

    private ValueEditor editor(Row row, TableColumn column, @Nullable Cell cell) {
        if (cell != null && cell.masked()) {
            return locked(column, cell.text(), "studio.edit.masked");
        }
        if (cell == null || !(cell.cut() || column.kind() == ValueKind.JSON)) {
            return ValueEditor.of(shape, column, cell == null ? null : cell.text(), references);
        }
        var full = rows.value(shape, RowQuery.all(shape.name()), row, column.name());
        if (full.isEmpty() || full.get().cut()) {
            return locked(column, cell.text(), "studio.edit.too-long");
        }
        var text = full.get().text();
        if (full.get().masked()) {
            return locked(column, text, "studio.edit.masked");
        }
        return ValueEditor.of(shape, column, column.kind() == ValueKind.BYTES ? "\\x" + text : text, references);
    }

    private ValueEditor locked(TableColumn column, String text, String why) {
        var editor = ValueEditor.of(shape, column, text, references);
        editor.lock(I18NProvider.translate(why));
        return editor;
    }
}
