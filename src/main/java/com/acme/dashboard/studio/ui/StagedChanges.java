package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.Characters;
import com.acme.dashboard.studio.Assignment;
import com.acme.dashboard.studio.Cell;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowEdit;
import com.acme.dashboard.studio.RowIdentity;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The changes to one table's rows that wait to be applied, in the order in which they were made; at most one of each row. */
final class StagedChanges {

    private final List<StagedChange> changes = new ArrayList<>();
    private Command changed = () -> {};
    private @Nullable RowForm form;

    /** Reports whenever there are others, to whoever asked last. */
    void onChange(Command reaction) {
        changed = reaction;
    }

    /** Opens the form in which a further one is made. */
    void openForm(RowForm next) {
        form = next;
        next.open();
    }

    /** Whether something was typed in that form, and would be lost with it. */
    boolean isFormUnfinished() {
        return form != null && form.isUnfinished();
    }

    /** Whether something waits to be applied or was typed, and would be lost by leaving. */
    boolean isUnfinished() {
        return !isEmpty() || isFormUnfinished();
    }

    List<StagedChange> list() {
        return List.copyOf(changes);
    }

    List<RowEdit> edits() {
        return changes.stream().map(StagedChange::edit).toList();
    }

    int size() {
        return changes.size();
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many more can wait. */
    int room() {
        return StudioEdits.MOST - changes.size();
    }

    void add(RowEdit.Insert insert) {
        changes.add(new StagedChange(null, insert));
        changed.execute();
    }

    /** Replaces one, for instance a new row that somebody corrects. */
    void replace(StagedChange before, StagedChange after) {
        changes.set(changes.indexOf(before), after);
        changed.execute();
    }

    void takeBack(StagedChange change) {
        changes.remove(change);
        changed.execute();
    }

    /** Gives a row other values, instead of what waited for it; none takes that back. */
    void change(Row read, List<Assignment> values) {
        set(read, values.isEmpty() ? null : new RowEdit.Change(identity(read), values));
        changed.execute();
    }

    /** Lets rows go, instead of what waited for them. */
    void delete(Iterable<Row> rows) {
        rows.forEach(row -> set(row, new RowEdit.Delete(identity(row))));
        changed.execute();
    }

    void clear() {
        changes.clear();
        changed.execute();
    }

    /** What waits for a row, in whatever version. */
    Optional<StagedChange> of(Row row) {
        var identity = row.identity();
        return identity == null
                ? Optional.empty()
                : changes.stream()
                        .filter(each -> each.read() != null && isSame(identity, identity(each.read())))
                        .findFirst();
    }

    /** The row as it will be. */
    Row preview(TableShape shape, Row row) {
        return of(row).map(staged -> new Row(row.number(), row.identity(), cells(shape, row, staged.edit())))
                .orElse(row);
    }

    private static List<@Nullable Cell> cells(TableShape shape, Row row, RowEdit edit) {
        List<@Nullable Cell> cells = new ArrayList<>(row.cells());
        var names = shape.columns().stream().map(TableColumn::name).toList();
        for (var value : edit.values()) {
            var place = names.indexOf(value.column());
            if (place >= 0) {
                cells.set(place, cell(value.text()));
            }
        }
        return cells;
    }

    private static @Nullable Cell cell(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return new Cell(Characters.first(text, Cell.LENGTH), Characters.count(text) > Cell.LENGTH);
    }

    private void set(Row row, @Nullable RowEdit edit) {
        var waiting = of(row);
        waiting.ifPresent(changes::remove);
        if (edit != null) {
            // The row may be shown as it will be; what was read is what it was.
            changes.add(new StagedChange(waiting.map(StagedChange::read).orElse(row), edit));
        }
    }

    private static RowIdentity identity(Row row) {
        return Objects.requireNonNull(row.identity(), "a row that can be told apart");
    }

    private static boolean isSame(RowIdentity one, RowIdentity other) {
        return one.key().equals(other.key()) && Objects.equals(one.place(), other.place());
    }
}
