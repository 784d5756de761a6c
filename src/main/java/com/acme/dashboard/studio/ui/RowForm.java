package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.LeaveGuard;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.acme.dashboard.studio.Assignment;
import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of one row, to be changed or given for the first time. What it takes is staged, not applied. */
final class RowForm extends Dialog {

    private final transient StudioEdits edits;
    private final transient TableShape shape;
    private final transient List<ValueEditor> editors;
    private final SerializableConsumer<List<Assignment>> staged;
    private final Div problem = new Div();
    private transient List<Assignment> asOpened;
    private boolean typed;

    /**
     * With its (translated) title.
     *
     * @param staged gets the values that are new, once the database can read them
     */
    RowForm(
            String title,
            StudioEdits edits,
            TableShape shape,
            List<ValueEditor> editors,
            StudioReferences references,
            SerializableConsumer<List<Assignment>> staged) {
        this.edits = edits;
        this.shape = shape;
        this.editors = editors;
        this.staged = staged;
        setTestId("studio-row-form");
        addClassName("studio-form");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        add(problem);
        for (var editor : editors) {
            shape.references().stream()
                    .filter(key -> key.fromColumns().size() > 1)
                    .filter(key -> key.fromColumns().getFirst().equals(editor.column()))
                    .forEach(key -> add(search(key, references)));
            add(editor);
        }
        var stage = new Button(getTranslation("studio.edit.stage"), click -> stage());
        stage.addThemeVariants(ButtonVariant.PRIMARY);
        stage.setTestId("studio-stage");
        // What is just being typed is told when the field loses the focus.
        Shortcuts.addShortcutListener(this, this::stage, Key.ENTER, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
        getFooter().add(new Button(getTranslation("app.cancel"), click -> cancel()), stage);
        addDialogCloseActionListener(escape -> cancel());
        asOpened = values();
        LeaveGuard.holdWhileOpen(this);
        // A field tells its value when it is left; the browser's Back leaves none.
        getElement().addEventListener("input", input -> typed = true).debounce(1_000, DebouncePhase.LEADING);
    }

    /** Puts values into the fields that were typed before. */
    RowForm fill(List<Assignment> values) {
        values.forEach(value -> editor(value.column()).ifPresent(editor -> editor.show(value.text())));
        asOpened = values();
        return this;
    }

    /** Whether a person has typed or chosen something and not staged it. */
    boolean isUnfinished() {
        return isOpened() && (typed || !values().equals(asOpened));
    }

    /** Says what the database has refused, at the column that it is about. */
    RowForm refuse(@Nullable String column, String message) {
        var editor = editor(column);
        editor.ifPresent(found -> found.setProblem(message));
        problem.setText(message);
        problem.setVisible(editor.isEmpty());
        return this;
    }

    /** Fills all columns of a key at once. */
    private ReferenceField search(ForeignKey key, StudioReferences references) {
        var field = new ReferenceField(key, references);
        field.setLabel(I18NProvider.translate("studio.edit.search", key.to().toString()));
        field.setHelperText(String.join(", ", key.fromColumns()));
        field.setTestId("studio-search-row");
        field.setWidthFull();
        field.addValueChangeListener(chosen -> {
            var found = chosen.getValue();
            if (found != null) {
                for (int i = 0; i < key.fromColumns().size(); i++) {
                    var value = found.values().get(i);
                    editor(key.fromColumns().get(i)).ifPresent(editor -> editor.show(value));
                }
            }
        });
        return field;
    }

    private void cancel() {
        UnsavedChanges.settle(isUnfinished(), this::close);
    }

    private void stage() {
        var values = values();
        Failures.attempt(() -> {
            var problems = new HashMap<>(edits.problems(shape, values));
            editors.forEach(editor -> editor.unreadable().ifPresent(words -> problems.put(editor.column(), words)));
            show(problems);
            if (problems.isEmpty()) {
                close();
                staged.accept(values);
            }
        });
    }

    private List<Assignment> values() {
        return editors.stream().flatMap(editor -> editor.assignment().stream()).toList();
    }

    private void show(Map<String, String> problems) {
        problem.setVisible(false);
        for (var editor : editors.reversed()) {
            editor.setProblem(problems.getOrDefault(editor.column(), ""));
        }
    }

    private Optional<ValueEditor> editor(@Nullable String column) {
        return editors.stream().filter(editor -> editor.column().equals(column)).findFirst();
    }
}
