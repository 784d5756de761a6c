package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.LeaveGuard;
import com.acme.dashboard.common.ui.LostFocus;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.acme.dashboard.studio.EditOutcome;
import com.acme.dashboard.studio.EditingRefused;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowEdit;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bar over a table's rows in which changes are begun, shown, applied and discarded. */
final class RowEditing extends Div {

    private final transient StudioEdits edits;
    private final transient TableShape shape;
    private final transient StagedChanges staged;
    private final transient RowForms forms;
    private final Command refresh;
    private final Button add = new Button(getTranslation("studio.edit.add"), Glyph.PLUS.create(), click -> open(null));
    private final Button delete = new Button(Glyph.TRASH.create());
    private final Span count = new Span();
    private final Div waiting = new Div();
    private transient Set<Row> selected = Set.of();

    /**
     * For a table.
     *
     * @param redraw shows the rows as they will be
     * @param refresh reads everything anew
     */
    RowEditing(
            StudioEdits edits,
            TableShape shape,
            StagedChanges staged,
            RowForms forms,
            Command redraw,
            Command refresh) {
        this.edits = edits;
        this.shape = shape;
        this.staged = staged;
        this.forms = forms;
        this.refresh = refresh;
        addClassName("studio-editing");
        setTestId("studio-edit-bar");
        add.setTestId("studio-add-row");
        delete.setTestId("studio-delete-rows");
        delete.addClickListener(click -> delete());
        count.getElement().setAttribute("role", "status");
        count.addClassName("strong");
        waiting.addClassName("studio-waiting");
        waiting.add(
                count,
                button("sql", () -> new StagedDialog(edits, shape, staged).open()),
                button("discard", () -> UnsavedChanges.settle(true, staged::clear)),
                button("apply", this::apply));
        waiting.setVisible(false);
        add(add, delete, waiting);
        staged.onChange(() -> {
            show();
            redraw.execute();
        });
        show();
    }

    /** Opens the form for a row, or for a new one where there is none. */
    void open(@Nullable Row row) {
        if (staged.room() > 0) {
            Failures.attempt(() -> staged.openForm(row == null ? forms.forNew() : forms.of(row)));
        } else {
            sayFull();
        }
    }

    /** These rows are selected now. */
    void select(Set<Row> rows) {
        selected = Set.copyOf(rows);
        show();
    }

    private Button button(String what, Command action) {
        var button = new Button(getTranslation("studio.edit." + what), click -> action.execute());
        button.setTestId("studio-edit-" + what);
        if (what.equals("apply")) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return button;
    }

    /** The buttons go with what they do: then the focus goes to the one that stays. */
    private void show() {
        if (waiting.isVisible() && staged.isEmpty()) {
            LostFocus.takeTo(add);
        }
        delete.setVisible(!selected.isEmpty());
        delete.setText(getTranslation("studio.edit.delete", selected.size()));
        waiting.setVisible(!staged.isEmpty());
        count.setText(getTranslation("studio.edit.count", staged.size()));
        LeaveGuard.hold(this, !staged.isEmpty());
    }

    private void delete() {
        if (selected.size() <= staged.room()) {
            staged.delete(selected);
            LostFocus.takeTo(add);
        } else {
            sayFull();
        }
    }

    private void sayFull() {
        Notifications.error(getTranslation("studio.edit.full", StudioEdits.MOST));
    }

    private void apply() {
        try {
            Failures.attempt(() -> show(edits.apply(shape.name(), staged.edits())));
        } catch (EditingRefused ended) {
            Notifications.error(getTranslation("studio.edit.ended"));
            EditingChanged.fire(UI.getCurrent());
        }
    }

    private void show(EditOutcome outcome) {
        switch (outcome) {
            case EditOutcome.Applied(var rows) -> {
                staged.clear();
                refresh.execute();
                Notifications.success(getTranslation("studio.edit.applied", rows));
            }
            case EditOutcome.Conflict(var edit, var now) ->
                new EditConflict(shape, staged, staged.list().get(edit), now, refresh, this::apply).open();
            case EditOutcome.Locked() -> Notifications.error(getTranslation("studio.edit.locked"));
            case EditOutcome.Ignored _ -> Notifications.error(getTranslation("studio.edit.ignored"));
            case EditOutcome.Rejected(var edit, var column, var message) ->
                refuse(edit == null ? null : staged.list().get(edit), column, message);
        }
    }

    /** Where the values are typed, they can be put right. */
    private void refuse(@Nullable StagedChange change, @Nullable String column, String message) {
        if (change == null || change.edit() instanceof RowEdit.Delete) {
            Notifications.error(getTranslation("studio.edit.rejected", message));
        } else {
            Failures.attempt(() -> staged.openForm(forms.of(change).refuse(column, message)));
        }
    }
}
