package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.studio.EditingPermit;
import com.acme.dashboard.studio.sql.SqlLimits;
import com.acme.dashboard.studio.sql.SqlMode;
import com.acme.dashboard.studio.sql.ui.SqlEditor.Action;
import com.acme.dashboard.studio.ui.EditingChanged;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.util.List;

/** What can be done with the SQL, and within which limits. */
final class SqlToolbar extends Div {

    private final transient EditingPermit permit;
    private final List<Button> actions;
    private final Select<Duration> timeout = new Select<>();
    private final Checkbox changes = new Checkbox();
    private final Paragraph limits = new Paragraph();

    SqlToolbar(EditingPermit permit, SerializableConsumer<Action> asked) {
        this.permit = permit;
        addClassName("sql-toolbar");
        actions = List.of(
                button("studio.sql.run", "sql-run", () -> asked.accept(Action.CURRENT)),
                button("studio.sql.run-all", "sql-run-all", () -> asked.accept(Action.ALL)),
                button("studio.sql.explain", "sql-explain", () -> asked.accept(Action.EXPLAIN)));
        actions.getFirst().addThemeVariants(ButtonVariant.PRIMARY);
        timeout.setAriaLabel(getTranslation("studio.sql.timeout"));
        timeout.setItems(SqlLimits.TIMEOUTS);
        timeout.setItemLabelGenerator(SqlWords::duration);
        timeout.setValue(SqlLimits.TIMEOUTS.getFirst());
        timeout.setTestId("sql-timeout");
        changes.setLabel(getTranslation("studio.sql.changes"));
        changes.setTestId("sql-changes");
        limits.addClassNames("small", "muted");
        actions.forEach(this::add);
        add(timeout, changes, limits);
        EditingChanged.listen(this, this::showPermit);
    }

    /** Changes are never asked for by a page that is opened, nor by what ran before, but by somebody who ticks it. */
    void showPermit() {
        changes.setValue(false);
        Failures.attempt(() -> changes.setVisible(permit.current().allowed()), () -> changes.setVisible(false));
        var limit = changes.isVisible() ? "studio.sql.limits.changes" : "studio.sql.limits";
        limits.setText(getTranslation(limit, SqlLimits.ROWS) + " " + getTranslation("studio.sql.keys"));
    }

    /** How the next run is wanted; the one after it changes nothing unless that is said again. */
    SqlMode mode(boolean explain) {
        var mode = new SqlMode(changes.getValue(), explain, timeout.getValue());
        changes.setValue(false);
        return mode;
    }

    void setRunning(boolean running) {
        actions.forEach(action -> action.setEnabled(!running));
    }

    private Button button(String text, String testId, SerializableRunnable clicked) {
        var button = new Button(getTranslation(text), click -> clicked.run());
        button.setTestId(testId);
        return button;
    }
}
