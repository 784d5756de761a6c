package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.Reference;
import com.acme.dashboard.studio.StudioReferences;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the row that a foreign key is to name. */
final class ReferenceField extends ComboBox<Reference> {

    private final transient ForeignKey key;
    private final transient StudioReferences references;

    /** Of a key with any number of columns. */
    ReferenceField(ForeignKey key, StudioReferences references) {
        this.key = key;
        this.references = references;
        setItems(this::find);
        setItemLabelGenerator(ReferenceField::describe);
    }

    /** Of a key with one column, whose value may also be typed by who knows it. */
    static ReferenceField ofValue(ForeignKey key, StudioReferences references) {
        var field = new ReferenceField(key, references);
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(typed -> field.setValue(reference(typed.getDetail())));
        return field;
    }

    static String text(Reference reference) {
        return reference.values().getFirst();
    }

    static Reference reference(String value) {
        return new Reference(List.of(value), "");
    }

    private static String describe(Reference reference) {
        var values = String.join(", ", reference.values());
        return reference.words().isEmpty() ? values : values + " · " + reference.words();
    }

    private Stream<Reference> find(Query<Reference, String> query) {
        return Failures.read(
                        () -> references.find(key, query.getFilter().orElse(""), query.getOffset(), query.getLimit()))
                .stream()
                .flatMap(List::stream);
    }
}
