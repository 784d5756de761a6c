package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.studio.EditingPermit;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.sql.SqlFailed;
import com.acme.dashboard.studio.sql.SqlLimits;
import com.acme.dashboard.studio.sql.SqlMode;
import com.acme.dashboard.studio.sql.SqlRefused;
import com.acme.dashboard.studio.sql.SqlRun;
import com.acme.dashboard.studio.sql.SqlRuns;
import com.acme.dashboard.studio.sql.SqlText;
import com.acme.dashboard.studio.sql.StatementResult;
import com.acme.dashboard.studio.sql.ui.SqlEditor.Action;
import com.acme.dashboard.studio.ui.StudioLayout;
import com.acme.dashboard.studio.ui.StudioSection;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** SQL: written at the top, what comes of it below. A link may bring a text along; nothing runs but what somebody starts. */
@Route(value = StudioSection.ROOT + "/sql", layout = StudioLayout.class)
@PageTitle("studio.sql")
@StyleSheet("styles/studio-sql.css")
@RolesAllowed(StudioPermission.ROLE)
class SqlView extends Div implements AfterNavigationObserver, SqlRunning.Listener {

    private final SqlRuns runs;
    private final SqlEditor editor = new SqlEditor(this::run);
    private final SqlToolbar toolbar;
    private final SqlResults results = new SqlResults();
    private final Span told = new Span();
    private @Nullable SqlRunning running;

    SqlView(SqlRuns runs, EditingPermit permit) {
        this.runs = runs;
        toolbar = new SqlToolbar(permit, editor::ask);
        addClassNames("studio-page", "sql");
        told.addClassName("visually-hidden");
        told.getElement().setAttribute("role", "status");
        told.setTestId("sql-told");
        add(told, editor, toolbar, new Details(getTranslation("studio.sql.history.title"), new SqlHistory()), results);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        toolbar.showPermit();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("sql")
                .filter(sql -> !sql.isBlank() && sql.length() <= SqlLimits.TEXT)
                .ifPresent(editor::fill);
    }

    private void run(Action action, SerializableSupplier<List<SqlText>> typed) {
        if (running != null) {
            return;
        }
        results.clear();
        try {
            var statements = typed.get();
            var run = runs.prepare(statements, toolbar.mode(action == Action.EXPLAIN));
            editor.remember(statements);
            begin(run);
        } catch (SqlRefused refused) {
            refused(refused);
        }
    }

    private void begin(SqlRun run) {
        toolbar.setRunning(true);
        told.setText(getTranslation("studio.sql.running"));
        running = new SqlRunning(run, this);
        addComponentAtIndex(indexOf(results), running);
        running.start(UI.getCurrent());
    }

    @Override
    public void came(StatementResult result) {
        results.add(result);
    }

    @Override
    public void done(SqlMode mode) {
        ended();
        told.setText(getTranslation("studio.sql.done", results.count()));
        if (mode.changes() && !mode.explain()) {
            Notifications.success(getTranslation("studio.sql.committed"));
        }
    }

    @Override
    public void refused(SqlRefused refused) {
        ended();
        var statement = refused.statement();
        results.fail(SqlWords.of(refused), statement == null ? null : SqlWords.line(statement), "");
        if (statement != null) {
            editor.mark(statement.start(), statement.end());
        }
    }

    @Override
    public void failed(SqlFailed failed, SqlMode mode) {
        ended();
        var statement = failed.statement();
        results.fail(
                SqlWords.of(failed, mode.timeout()),
                statement == null ? null : SqlWords.line(statement),
                failed.kind() == SqlFailed.Kind.ERROR ? String.valueOf(failed.getMessage()) : "");
        if (statement != null) {
            editor.mark(Objects.requireNonNullElse(failed.position(), statement.start()), statement.end());
        }
    }

    private void ended() {
        running = null;
        told.setText("");
        toolbar.setRunning(false);
    }
}
