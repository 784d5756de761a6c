package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.ColumnFilter;
import com.acme.dashboard.studio.Operator;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableShape;
import com.acme.dashboard.studio.ValueKind;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;

/** Asks for one condition: a column, an operator that fits its type, and a value. */
final class FilterForm extends Popover {

    private final ComboBox<TableColumn> column = new ComboBox<>(getTranslation("studio.filter.column"));
    private final Select<Operator> operator = new Select<>();
    private final ComboBox<String> choice = new ComboBox<>(getTranslation("studio.filter.value"));
    private final TextField value = new TextField(getTranslation("studio.filter.value"));
    private final SerializableConsumer<ColumnFilter> chosen;

    FilterForm(TableShape shape, SerializableConsumer<ColumnFilter> chosen) {
        this.chosen = chosen;
        setAriaLabel(getTranslation("studio.filter.add"));
        setModal(true);
        var columns = shape.columns().stream()
                .filter(each -> !Operator.of(each).isEmpty())
                .toList();
        column.setItems(columns);
        column.setItemLabelGenerator(TableColumn::name);
        column.setTestId("studio-filter-column");
        operator.setLabel(getTranslation("studio.filter.operator"));
        operator.setItemLabelGenerator(FilterForm::describe);
        operator.setTestId("studio-filter-operator");
        value.setMaxLength(ColumnFilter.LONGEST_VALUE);
        value.setTestId("studio-filter-value");
        choice.setTestId("studio-filter-choice");
        column.addValueChangeListener(event -> showOperators());
        operator.addValueChangeListener(event -> showValue());
        var apply = new Button(getTranslation("studio.filter.apply"), click -> apply());
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        // What is just being typed is told when the field loses the focus.
        apply.addClickShortcut(Key.ENTER).listenOn(value).resetFocusOnActiveElement();
        apply.setTestId("studio-filter-apply");
        var form = new Div(column, operator, value, choice, apply);
        form.addClassName("studio-filter");
        add(form);
        columns.stream().findFirst().ifPresent(column::setValue);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                column.focus();
            }
        });
    }

    /** The condition in words, such as {@code amount ≥ 100}. */
    static String describe(ColumnFilter filter) {
        var words = filter.column() + " " + describe(filter.operator());
        return filter.operator().takesValue() ? words + " " + filter.value() : words;
    }

    private static String describe(Operator operator) {
        return I18NProvider.translate("studio.operator." + operator.id());
    }

    private void showOperators() {
        var chosenColumn = column.getValue();
        var operators = chosenColumn == null ? List.<Operator>of() : Operator.of(chosenColumn);
        operator.setItems(operators);
        operators.stream().findFirst().ifPresent(operator::setValue);
        showValue();
    }

    private void showValue() {
        var chosenColumn = column.getValue();
        var needed = operator.getValue() != null && operator.getValue().takesValue();
        var choices = chosenColumn == null
                ? List.<String>of()
                : chosenColumn.kind() == ValueKind.BOOLEAN ? List.of("true", "false") : chosenColumn.labels();
        var isChoice = !choices.isEmpty();
        choice.setItems(choices);
        choice.setVisible(needed && isChoice);
        value.setVisible(needed && !isChoice);
    }

    private void apply() {
        var chosenColumn = column.getValue();
        var chosenOperator = operator.getValue();
        if (chosenColumn == null || chosenOperator == null) {
            column.setInvalid(true);
            column.setErrorMessage(getTranslation("studio.filter.column-missing"));
            return;
        }
        if (choice.isVisible() && choice.isEmpty()) {
            choice.setInvalid(true);
            choice.setErrorMessage(getTranslation("studio.filter.value-missing"));
            return;
        }
        var filter = new ColumnFilter(
                chosenColumn.name(), chosenOperator, choice.isVisible() ? choice.getValue() : value.getValue());
        close();
        value.clear();
        choice.clear();
        chosen.accept(filter);
    }
}
