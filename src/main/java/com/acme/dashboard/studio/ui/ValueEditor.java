package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.Assignment;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableShape;
import com.acme.dashboard.studio.ValueKind;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column's value in a form: a field, whether there is no value at all, and, in a new row, whether the database chooses it. */
final class ValueEditor extends Div {

    private final TableColumn column;
    private final transient ValueField<?> field;
    private final Checkbox none = new Checkbox("null");
    private final Checkbox preset = new Checkbox(getTranslation("studio.edit.default"));
    private final @Nullable String before;

    /** Of a row that is there, with the value that it has. */
    static ValueEditor of(TableShape shape, TableColumn column, @Nullable String value, StudioReferences references) {
        var editor = new ValueEditor(shape, column, value, references);
        editor.preset.setVisible(false);
        editor.show(value);
        return editor;
    }

    /** Of a new row. */
    static ValueEditor ofNew(TableShape shape, TableColumn column, StudioReferences references) {
        var editor = new ValueEditor(shape, column, null, references);
        editor.showPreset();
        return editor;
    }

    private ValueEditor(TableShape shape, TableColumn column, @Nullable String before, StudioReferences references) {
        this.column = column;
        this.before = before;
        field = ValueField.of(shape, column, Objects.requireNonNullElse(before, ""), references);
        addClassName("studio-editor");
        field.setLabel(column.name());
        field.setHelper(column.type());
        field.component().setTestId("studio-value");
        field.onChange(this::typed);
        none.setVisible(column.nullable());
        none.setAriaLabel(getTranslation("studio.edit.null", column.name()));
        none.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen(event.getValue(), false);
            }
        });
        preset.setAriaLabel(getTranslation("studio.edit.default-of", column.name()));
        preset.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen(false, event.getValue());
            }
        });
        var states = new Div(none, preset);
        states.addClassName("studio-editor-states");
        add(field.component(), states);
    }

    String column() {
        return column.name();
    }

    /** Shows another value; null for none. */
    void show(@Nullable String value) {
        field.setText(Objects.requireNonNullElse(value, ""));
        mark(value == null, false);
    }

    /** Says why the value cannot be edited here. */
    void lock(String why) {
        field.setReadOnly();
        field.setHelper(why);
        none.setVisible(false);
    }

    /** What the row is to be given; empty where that is what it has, or would get anyway. */
    Optional<Assignment> assignment() {
        if (preset.getValue()) {
            return Optional.empty();
        }
        @Nullable String value = none.getValue() ? null : field.text();
        return !preset.isVisible() && Objects.equals(value, before)
                ? Optional.empty()
                : Optional.of(new Assignment(column.name(), value));
    }

    /** What is wrong with what stands in the field, where that is no value at all; else empty. */
    Optional<String> unreadable() {
        return field.unreadable();
    }

    /** Says what is wrong with the value; empty takes it back. */
    void setProblem(String words) {
        field.setProblem(words);
        if (!words.isEmpty()) {
            field.focus();
        }
    }

    private void showPreset() {
        field.setText("");
        mark(false, true);
    }

    /** An empty text is a value; of every other type an empty field is none. */
    private void typed() {
        // No value comes of it yet, and "none" was not meant either: the field says so, and keeps it to be mended.
        if (field.unreadable().isPresent()) {
            return;
        }
        var isNothing = field.isEmpty() && column.kind() != ValueKind.TEXT;
        mark(isNothing && column.nullable(), isNothing && !column.nullable() && preset.isVisible());
    }

    private void chosen(boolean nothing, boolean databaseChooses) {
        if (nothing || databaseChooses) {
            field.setText("");
        }
        mark(nothing, databaseChooses);
    }

    private void mark(boolean nothing, boolean databaseChooses) {
        none.setValue(nothing);
        preset.setValue(databaseChooses);
        field.setPlaceholder(nothing ? "null" : databaseChooses ? chosenByDatabase() : "");
        field.setProblem("");
    }

    private String chosenByDatabase() {
        return Objects.requireNonNullElse(column.defaultValue(), column.nullable() ? "null" : "");
    }
}
