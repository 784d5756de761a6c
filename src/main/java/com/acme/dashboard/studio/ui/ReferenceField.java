package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.Reference;
import com.acme.dashboard.studio.StudioReferences;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the row that a foreign key is to name; who knows its value may also type that. */
final class ReferenceField extends ComboBox<Reference> {

    private final transient ForeignKey key;
    private final transient StudioReferences references;

    ReferenceField(ForeignKey key, StudioReferences references) {
        this.key = key;
        this.references = references;
        setItems(this::find);
        setItemLabelGenerator(ReferenceField::describe);
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> setValue(reference(typed.getDetail())));
    }

    static String text(Reference reference) {
        return reference.value();
    }

    static Reference reference(String value) {
        return new Reference(value, "");
    }

    private static String describe(Reference reference) {
        return reference.words().isEmpty() ? reference.value() : reference.value() + " · " + reference.words();
    }

    private Stream<Reference> find(Query<Reference, String> query) {
        List<Reference> found = new ArrayList<>();
        Failures.attempt(() ->
                found.addAll(references.find(key, query.getFilter().orElse(""), query.getOffset(), query.getLimit())));
        return found.stream();
    }
}
