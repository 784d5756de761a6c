package com.acme.dashboard.common.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mirrors the unsaved fields of a form to the browser's session storage, by address and user, and offers them again
 * after a reload, an expired session or a restart of the server. This component is the offer: it stands above the
 * fields and shows only when there is something to restore. Closing the tab with unsaved fields asks first. Signing out
 * asks, too, and then the browser forgets every form ({@code frontend/scripts/shell.js}).
 */
public final class FormDraft extends Composite<Div> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MODULE = "return import(new URL('scripts/form-draft.js', document.baseURI))";

    private final Component form;
    private final Map<String, Consumer<String>> restorers = new LinkedHashMap<>();
    private final Button restore = new Button(getTranslation("common.draft.restore"));
    private final Button discard = new Button(getTranslation("common.draft.discard"));
    private Map<String, String> found = Map.of();
    private @Nullable Focusable<?> first;

    /** Watches the fields inside this form, once they are named. */
    public FormDraft(Component form) {
        this.form = form;
        getContent().addClassName("form-draft");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(new Span(getTranslation("common.draft.question")), restore, discard);
        restore.addThemeVariants(ButtonVariant.PRIMARY);
        restore.addClickListener(click -> restoreFound());
        discard.addClickListener(click -> discardFound());
        setVisible(false);
        setTestId("form-draft");
    }

    /**
     * Mirrors a field whose value in the browser is the value itself, such as a text field. Never for passwords.
     *
     * @param restorer gets an empty text for a field that was empty
     */
    public FormDraft text(String name, Component field, Consumer<String> restorer) {
        field.getElement().setAttribute("data-draft-field", name);
        restorers.put(name, restorer);
        if (first == null && field instanceof Focusable<?> focusable) {
            first = focusable;
        }
        return this;
    }

    /**
     * Mirrors a field whose choice only the server can name.
     *
     * @param writer names the choice, for example by its id
     * @param reader finds the choice again; empty where it is gone
     */
    public <F extends Component & HasValue<?, T>, T> FormDraft choice(
            String name, F field, Function<T, String> writer, Function<String, Optional<T>> reader) {
        field.addValueChangeListener(event -> mark(field, field.getValue(), writer));
        mark(field, field.getValue(), writer);
        return text(name, field, text -> {
            if (text.isEmpty()) {
                field.clear();
            } else {
                reader.apply(text).ifPresent(field::setValue);
            }
        });
    }

    /** From now on what differs from the present values is unsaved; what was left behind earlier is offered. */
    public void start() {
        // At the end of the navigation: only then the address is that of the form.
        form.getElement()
                .getNode()
                .runWhenAttached(ui -> ui.beforeClientResponse(
                        form,
                        context -> form.getElement()
                                .executeJs(
                                        MODULE
                                                + ".then(draft => { const found = draft.find($0); draft.mirror(this, $0); return found; })",
                                        key(ui))
                                .then(String.class, this::offer)));
    }

    /** Saved or given up: the browser forgets this form's fields and no longer asks before leaving. */
    public void forget() {
        found = Map.of();
        setVisible(false);
        var ui = UI.getCurrent();
        ui.getPage().executeJs(MODULE + ".then(draft => draft.forget($0, $1))", key(ui), form.getElement());
    }

    /** Offers these mirrored values, a JSON object of texts by field name; what cannot be read is not offered. */
    void offer(@Nullable String json) {
        if (json == null) {
            return;
        }
        try {
            found = JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException unreadable) {
            found = Map.of();
        }
        setVisible(!found.isEmpty());
    }

    private void restoreFound() {
        restorers.forEach((name, restorer) -> {
            var text = found.get(name);
            if (text != null) {
                restorer.accept(text);
            }
        });
        close();
    }

    /** What was typed beside the offer is no less unsaved than before. */
    private void discardFound() {
        close();
        form.getElement().executeJs(MODULE + ".then(draft => draft.discard(this))");
    }

    /** The pressed button goes, and work goes on in the fields. */
    private void close() {
        found = Map.of();
        setVisible(false);
        if (first != null) {
            first.focus();
        }
    }

    private static <T> void mark(Component field, @Nullable T value, Function<T, String> writer) {
        field.getElement().setAttribute("data-draft-value", value == null ? "" : writer.apply(value));
    }

    /** By user and address: nobody is offered what somebody else typed, nor in another form. */
    private static String key(UI ui) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var user = authentication == null ? "" : authentication.getName();
        return user + ":/" + ui.getActiveViewLocation().getPath();
    }
}
