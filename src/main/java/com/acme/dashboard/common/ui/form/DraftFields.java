package com.acme.dashboard.common.ui.form;

import com.acme.dashboard.common.ui.UnsavedChanges;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ReadOnlyHasValue;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.function.SerializableBiFunction;
import com.vaadin.flow.function.SerializableFunction;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form bound to a draft, which is a record with an {@code id} and a {@code version} that nobody edits, and
 * mirrored in the browser as long as they are unsaved.
 */
public final class DraftFields<D> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Binder<D> binder;
    private final FormDraft mirror;
    private final SerializableFunction<D, @Nullable Long> versionOf;
    private final Span version = new Span();
    private D original;
    private boolean forgotten;

    /**
     * Fields of that form, for drafts of that type.
     *
     * @param draft is edited first; {@link #show} has to follow once the fields are bound
     */
    public <F extends Component & HasComponents> DraftFields(
            F form,
            Class<D> type,
            D draft,
            SerializableFunction<D, @Nullable Long> versionOf,
            SerializableBiFunction<D, Long, D> withVersion) {
        this.binder = new Binder<>(type);
        this.mirror = new FormDraft(form);
        this.versionOf = versionOf;
        this.original = draft;
        binder.setChangeDetectionEnabled(true);
        // A record is written as a whole: these two are not edited.
        binder.forField(new ReadOnlyHasValue<@Nullable UUID>(id -> {})).bind("id");
        binder.forField(new ReadOnlyHasValue<@Nullable Long>(read -> {})).bind("version");
        version.getElement().setAttribute("hidden", true);
        mirror.text("version", version, text -> {
            if (!text.isEmpty()) {
                original = withVersion.apply(original, Long.valueOf(text));
            }
        });
        form.add(mirror, version);
        UnsavedChanges.watch(form, this::hasChanges);
    }

    /** What binds the fields. */
    public Binder<D> binder() {
        return binder;
    }

    /** What remembers the fields in the browser. */
    public FormDraft mirror() {
        return mirror;
    }

    /** Shows a draft; from now on only what differs from it is unsaved. */
    public void show(D draft) {
        // Some fields look up what they show: where that fails, what was typed is still on top of what it was.
        binder.readRecord(draft);
        original = draft;
        forgotten = false;
        // What was typed on top of an older version stays on top of it: saving it then shows what others changed.
        var read = versionOf.apply(draft);
        version.getElement().setAttribute("data-draft-value", read == null ? "" : read.toString());
        mirror.start();
    }

    /** The same in place of what was typed, which the browser forgets. */
    public void showInstead(D draft) {
        show(draft);
        mirror.forget();
    }

    /** The draft that is being edited, as it was read. */
    public D original() {
        return original;
    }

    /** What the fields hold, if all of it is right; else the first wrong field gets the focus. */
    public Optional<D> read() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException invalid) {
            invalid.getFieldValidationErrors().stream()
                    .filter(BindingValidationStatus::isError)
                    .map(BindingValidationStatus::getField)
                    .filter(Focusable.class::isInstance)
                    .map(field -> (Focusable<?>) field)
                    .findFirst()
                    .ifPresent(Focusable::focus);
            return Optional.empty();
        }
    }

    /** Whether anything is unsaved. */
    public boolean hasChanges() {
        return !forgotten && binder.hasChanges();
    }

    /** The fields are saved or given up, until others are shown: the browser forgets them. */
    public void forget() {
        mirror.forget();
        // Reading the original into the fields could fail: some of them look up what they show.
        forgotten = true;
    }
}
