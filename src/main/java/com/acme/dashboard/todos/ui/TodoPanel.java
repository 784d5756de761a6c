package com.acme.dashboard.todos.ui;

import com.acme.dashboard.common.Ids;
import com.acme.dashboard.todos.Todo;
import com.acme.dashboard.todos.TodoCounts;
import com.acme.dashboard.todos.TodoFilter;
import com.acme.dashboard.todos.TodoService;
import com.acme.dashboard.todos.TodoStep;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The field for a new todo, the list and its foot. Keys, pointer and editing in place happen in the browser
 * ({@code frontend/scripts/todos/todos.js}), which calls the methods here and learns whether it was done.
 */
@Tag("acme-todos")
final class TodoPanel extends HtmlContainer {

    private final TodoActions actions;
    private final Command refresh;
    private final Checkbox all = new Checkbox();
    private final TextField entry = new TextField();
    private final Paragraph nothingHere = new Paragraph();
    private final Span announced = new Span();
    private final TodoList list;
    private final TodoFooter footer;
    private TodoFilter filter = TodoFilter.ALL;
    private TodoCounts counts = new TodoCounts(0, 0);
    private boolean busy;
    private boolean outdated;

    /** With what reads the page's counts again, and what runs where the list cannot be read. */
    TodoPanel(TodoService todos, Command refresh, Command failed) {
        this.refresh = refresh;
        actions = new TodoActions(todos, refresh);
        list = new TodoList(todos, failed);
        footer = new TodoFooter(actions);
        addClassNames("card", "todo-panel");
        all.setTestId("todo-all");
        all.setAriaLabel(getTranslation("todos.all-done"));
        all.addValueChangeListener(event -> {
            if (event.isFromClient() && !actions.completeAll(event.getValue())) {
                all.setValue(event.getOldValue());
            }
        });
        entry.setTestId("todo-new");
        entry.setAriaLabel(getTranslation("todos.new"));
        entry.setPlaceholder(getTranslation("todos.new.placeholder"));
        entry.setManualValidation(true);
        entry.getElement().setAttribute("data-shortcut", "create");
        nothingHere.addClassName("todo-nothing");
        announced.addClassName("visually-hidden");
        announced.getElement().setAttribute("role", "status");
        var top = new Div(all, entry);
        top.addClassName("todo-entry");
        add(top, list, nothingHere, footer, announced);
        getElement().setPropertyJson("texts", TodoWords.forBrowser());
        getElement().setProperty("maxTitle", Todo.MAX_TITLE);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://scripts/todos/todos.js");
        getElement().executeJs("customElements.whenDefined(this.localName).then(() => this.keepEntry($0))", person());
        entry.focus();
    }

    void filter(TodoFilter chosen) {
        filter = chosen;
        footer.mark(chosen);
    }

    /** Shows what there is now; the rows wait where one of them is being edited or dragged. */
    void show(TodoCounts now) {
        counts = now;
        var shown = counts.of(filter);
        all.setVisible(counts.total() > 0);
        all.setValue(counts.active() == 0);
        footer.show(counts);
        hide(footer, counts.total() == 0);
        nothingHere.setText(TodoWords.nothing(filter));
        nothingHere.setVisible(counts.total() > 0 && shown == 0 && !busy);
        hide(list, shown == 0 && !busy);
        outdated = busy;
        if (!busy) {
            list.show(filter, (int) shown);
        }
    }

    /** Keeps the field and the row in which something is typed. */
    void hideTodos() {
        all.setVisible(false);
        hide(list, !busy);
        outdated = busy;
        nothingHere.setVisible(false);
        hide(footer, true);
    }

    /** In the page all the same, where scripts and tests look for it: what is invisible from the start would not be. */
    private static void hide(Component part, boolean hidden) {
        part.getElement().setAttribute("hidden", hidden);
    }

    @ClientCallable
    boolean create(String title) {
        return actions.add(title);
    }

    @ClientCallable
    boolean rename(String id, String title) {
        return known(id, todo -> actions.rename(todo, title));
    }

    @ClientCallable
    boolean complete(String id, boolean done) {
        return known(id, todo -> actions.complete(todo, done));
    }

    @ClientCallable
    boolean remove(String id) {
        return known(id, actions::delete);
    }

    @ClientCallable
    boolean step(String id, String step) {
        return known(
                id,
                todo -> actions.move(todo, TodoStep.valueOf(step.toUpperCase(Locale.ROOT)), filter) && follow(todo));
    }

    @ClientCallable
    boolean place(String id, String other, boolean after) {
        return known(id, todo -> known(other, beside -> actions.place(todo, beside, after)) && follow(todo));
    }

    /** While a row is being edited or dragged, nothing moves under the person's hands. */
    @ClientCallable
    void busy(boolean now) {
        busy = now;
        if (!busy && outdated) {
            refresh.execute();
        }
    }

    /** Says where the todo is now, and lets the focus follow it there. */
    private boolean follow(UUID id) {
        return actions.index(id, filter, index -> {
            announced.setText(TodoWords.moved(index + 1, counts.of(filter)));
            getElement().callJsFunction("follow", id.toString(), index);
        });
    }

    /** Nobody finds in the field what somebody else typed. */
    private static String person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "" : authentication.getName();
    }

    private static boolean known(String id, Predicate<UUID> action) {
        return Ids.parse(id).filter(action).isPresent();
    }
}
