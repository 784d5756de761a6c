package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.DatePickers;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableShape;
import com.acme.dashboard.studio.ValueKind;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.server.Command;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The field in which a person edits a column's values, by what these are like; it takes and gives them as PostgreSQL writes them. */
final class ValueField<T> {

    /** Short, and without line breaks. Times keep their microseconds and their zone: no picker offers these. */
    private static final Set<ValueKind> ON_ONE_LINE =
            EnumSet.of(ValueKind.NUMBER, ValueKind.DATE, ValueKind.TIMESTAMP, ValueKind.UUID);

    private final AbstractField<?, T> field;
    private final SerializableFunction<T, String> text;
    private final SerializableFunction<String, T> value;

    private ValueField(
            AbstractField<?, T> field, SerializableFunction<T, String> text, SerializableFunction<String, T> value) {
        this.field = field;
        this.text = text;
        this.value = value;
    }

    /**
     * An empty one for a column.
     *
     * @param shown the text that it will hold at first: some kinds of field cannot show every value of a type
     */
    static ValueField<?> of(TableShape shape, TableColumn column, String shown, StudioReferences references) {
        var key = shape.references().stream()
                .filter(each -> each.fromColumns().equals(List.of(column.name())))
                .findFirst();
        if (key.isPresent()) {
            return new ValueField<>(
                    ReferenceField.ofValue(key.get(), references), ReferenceField::text, ReferenceField::reference);
        }
        return switch (column.kind()) {
            case BOOLEAN -> plain(choice(List.of("true", "false")));
            case ENUM -> plain(choice(column.labels()));
            case DATE -> isDate(shown) ? date() : plain(new TextField());
            default -> plain(ON_ONE_LINE.contains(column.kind()) ? line(column.kind()) : area());
        };
    }

    String text() {
        return field.isEmpty() ? "" : text.apply(field.getValue());
    }

    void setText(String shown) {
        if (shown.isEmpty()) {
            field.clear();
        } else {
            field.setValue(value.apply(shown));
        }
    }

    boolean isEmpty() {
        return field.isEmpty();
    }

    /** Does something whenever a person has changed the value. */
    void onChange(Command reaction) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                reaction.execute();
            }
        });
        if (field instanceof ReferenceField search) {
            search.addCustomValueSetListener(typed -> reaction.execute());
        }
    }

    /** What is wrong with what stands in the field, where that is no value at all; else empty. */
    Optional<String> unreadable() {
        return field instanceof DatePicker picker ? DatePickers.unreadable(picker) : Optional.empty();
    }

    void setLabel(String label) {
        ((HasLabel) field).setLabel(label);
    }

    void setReadOnly() {
        field.setReadOnly(true);
    }

    /** What stands in an empty field. */
    void setPlaceholder(String words) {
        field.getElement().setProperty("placeholder", words);
    }

    void setHelper(String words) {
        field.getElement().setProperty("helperText", words);
    }

    /** Says at the field what is wrong; empty takes it back. */
    void setProblem(String words) {
        var validation = (HasValidationProperties) field;
        validation.setErrorMessage(words);
        validation.setInvalid(!words.isEmpty());
    }

    void focus() {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    Component component() {
        return field;
    }

    private static ValueField<String> plain(AbstractField<?, String> field) {
        return new ValueField<>(field, each -> each, each -> each);
    }

    private static ValueField<LocalDate> date() {
        return new ValueField<>(
                DatePickers.create("", UI.getCurrent().getLocale()), LocalDate::toString, LocalDate::parse);
    }

    private static boolean isDate(String text) {
        try {
            return text.isEmpty() || LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    private static ComboBox<String> choice(List<String> values) {
        var field = new ComboBox<String>();
        field.setItems(values);
        return field;
    }

    private static TextField line(ValueKind kind) {
        var field = new TextField();
        if (kind == ValueKind.NUMBER) {
            field.getElement().setAttribute("inputmode", "decimal");
        }
        return field;
    }

    private static TextArea area() {
        var field = new TextArea();
        field.setMinRows(1);
        field.setMaxRows(12);
        return field;
    }
}
