package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.SqlFailed;
import com.acme.dashboard.studio.SqlLimits;
import com.acme.dashboard.studio.SqlMode;
import com.acme.dashboard.studio.SqlRefused;
import com.acme.dashboard.studio.SqlRun;
import com.acme.dashboard.studio.SqlRuns;
import com.acme.dashboard.studio.SqlText;
import com.acme.dashboard.studio.StatementResult;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.ui.SqlEditor.Action;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** SQL: written at the top, what comes of it below. A link may bring a text along; nothing runs but what somebody starts. */
@Route(value = StudioSection.ROOT + "/sql", layout = StudioLayout.class)
@PageTitle("studio.sql")
@StyleSheet("styles/studio-sql.css")
@RolesAllowed(StudioPermission.ROLE)
class SqlView extends Div implements AfterNavigationObserver, SqlRunning.Listener {

    private final SqlRuns runs;
    private final SqlEditor editor = new SqlEditor(this::run);
    private final Select<Duration> timeout = new Select<>();
    private final Button current = button("studio.sql.run", "sql-run", Action.CURRENT);
    private final Button all = button("studio.sql.run-all", "sql-run-all", Action.ALL);
    private final Button explain = button("studio.sql.explain", "sql-explain", Action.EXPLAIN);
    private final Div state = new Div();
    private final SqlResults results = new SqlResults();
    private boolean running;

    SqlView(SqlRuns runs) {
        this.runs = runs;
        addClassNames("studio-page", "sql");
        current.addThemeVariants(ButtonVariant.PRIMARY);
        timeout.setAriaLabel(getTranslation("studio.sql.timeout"));
        timeout.setItems(SqlLimits.TIMEOUTS);
        timeout.setItemLabelGenerator(SqlWords::duration);
        timeout.setValue(SqlLimits.TIMEOUTS.getFirst());
        timeout.setTestId("sql-timeout");
        var toolbar = new Div(current, all, explain, timeout, state);
        toolbar.addClassName("sql-toolbar");
        var history = new Details(getTranslation("studio.sql.history.title"), new SqlHistory());
        var limits = new Paragraph(
                getTranslation("studio.sql.limits", SqlLimits.ROWS) + " " + getTranslation("studio.sql.keys"));
        limits.addClassNames("small", "muted");
        add(editor, toolbar, limits, history, results);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("sql")
                .filter(sql -> !sql.isBlank() && sql.length() <= SqlLimits.TEXT)
                .ifPresent(editor::fill);
    }

    private Button button(String text, String testId, Action action) {
        var button = new Button(getTranslation(text), click -> editor.ask(action));
        button.setTestId(testId);
        return button;
    }

    private void run(Action action, List<SqlText> statements) {
        if (running) {
            return;
        }
        results.clear();
        try {
            var run = runs.prepare(statements, new SqlMode(false, action == Action.EXPLAIN, timeout.getValue()));
            editor.remember(statements);
            begin(run);
        } catch (SqlRefused refused) {
            refused(refused);
        }
    }

    private void begin(SqlRun run) {
        setRunning(true);
        var progress = new SqlRunning(run, this);
        state.add(progress);
        progress.start(UI.getCurrent());
    }

    @Override
    public void came(StatementResult result) {
        results.add(result);
    }

    @Override
    public void done() {
        setRunning(false);
    }

    @Override
    public void refused(SqlRefused refused) {
        setRunning(false);
        var statement = refused.statement();
        results.fail(SqlWords.of(refused), statement == null ? null : SqlWords.line(statement), "");
        if (statement != null) {
            editor.mark(statement.start(), statement.end());
        }
    }

    @Override
    public void failed(SqlFailed failed) {
        setRunning(false);
        var statement = failed.statement();
        results.fail(
                SqlWords.of(failed, timeout.getValue()),
                statement == null ? null : SqlWords.line(statement),
                failed.kind() == SqlFailed.Kind.ERROR ? String.valueOf(failed.getMessage()) : "");
        if (statement != null) {
            editor.mark(Objects.requireNonNullElse(failed.position(), statement.start()), statement.end());
        }
    }

    private void setRunning(boolean running) {
        this.running = running;
        List.of(current, all, explain).forEach(button -> button.setEnabled(!running));
    }
}
