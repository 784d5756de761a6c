package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Question;
import com.acme.dashboard.common.ui.form.ConflictDialog;
import com.acme.dashboard.common.ui.form.ConflictDialog.Difference;
import com.acme.dashboard.studio.Assignment;
import com.acme.dashboard.studio.Cell;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowEdit;
import com.acme.dashboard.studio.RowIdentity;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody else was faster: what the row was, is and was to be, and the choice between these. */
final class EditConflict {

    private final TableShape shape;
    private final StagedChanges staged;
    private final StagedChange mine;
    private final @Nullable Row now;
    private final Command refresh;
    private final Command apply;

    /**
     * About a staged change.
     *
     * @param now the row as it is now; null where it has gone or cannot be found again
     */
    EditConflict(
            TableShape shape,
            StagedChanges staged,
            StagedChange mine,
            @Nullable Row now,
            Command refresh,
            Command apply) {
        this.shape = shape;
        this.staged = staged;
        this.mine = mine;
        this.now = now;
        this.refresh = refresh;
        this.apply = apply;
    }

    void open() {
        var found = now;
        if (found == null) {
            gone().open();
            return;
        }
        var title = I18NProvider.translate("studio.edit.conflict", name(found));
        new ConflictDialog(title, differences(found), this::giveUp, () -> overwrite(found)).open();
    }

    private Question gone() {
        var question = new Question();
        question.setHeader(I18NProvider.translate("studio.edit.gone"));
        question.setText(I18NProvider.translate(
                "studio.edit.gone.text",
                Optional.ofNullable(mine.read()).map(this::name).orElse("")));
        question.setCancelable(true);
        question.setCancelText(I18NProvider.translate("studio.edit.stay"));
        question.setConfirmText(I18NProvider.translate("studio.edit.take-back"));
        question.addConfirmListener(confirmed -> giveUp());
        return question;
    }

    private void giveUp() {
        staged.takeBack(mine);
        refresh.execute();
    }

    private void overwrite(Row found) {
        var version = Objects.requireNonNull(found.identity());
        staged.replace(mine, new StagedChange(found, again(version)));
        apply.execute();
    }

    private RowEdit again(RowIdentity version) {
        return mine.edit() instanceof RowEdit.Change change
                ? new RowEdit.Change(version, change.values())
                : new RowEdit.Delete(version);
    }

    private List<Difference> differences(Row found) {
        var before = Objects.requireNonNull(mine.read());
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            var column = shape.columns().get(i).name();
            var set = mine.edit().values().stream()
                    .filter(value -> value.column().equals(column))
                    .findFirst();
            var was = before.cells().get(i);
            var is = found.cells().get(i);
            if (set.isPresent() || !Objects.equals(was, is)) {
                differences.add(new Difference(column, words(was), words(is), wanted(set, is)));
            }
        }
        return differences;
    }

    private String wanted(Optional<Assignment> set, @Nullable Cell is) {
        return mine.edit() instanceof RowEdit.Delete
                ? I18NProvider.translate("studio.edit.deleted")
                : set.map(value -> words(value.text())).orElseGet(() -> words(is));
    }

    private String name(Row row) {
        var identity = row.identity();
        return identity == null || identity.key().isEmpty()
                ? shape.name().toString()
                : shape.name() + " " + String.join(", ", identity.key());
    }

    private static String words(@Nullable Cell cell) {
        return cell == null ? "null" : cell.cut() ? cell.text() + "…" : cell.text();
    }

    private static String words(@Nullable String text) {
        return text == null ? "null" : text;
    }
}
