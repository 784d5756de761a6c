package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.studio.sql.QueryPlan;
import com.acme.dashboard.studio.sql.StatementResult;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What one statement brought: its rows, or how many it changed, or its plan, and what the server said beside. */
final class ResultPanel extends Section {

    ResultPanel(StatementResult result, int number) {
        addClassName("sql-result");
        setTestId("sql-result");
        var title = new H2(SqlWords.line(result.statement()));
        title.addClassName("cut");
        title.setTitle(result.statement().sql());
        title.getElement().setAttribute("translate", "no");
        getElement().setAttribute("aria-label", getTranslation("studio.sql.result", number));
        var outcome = new Span(outcome(result));
        outcome.addClassNames("figures", "muted", "sql-outcome");
        var heading = new Div(title, outcome);
        heading.addClassName("sql-result-heading");
        add(heading);
        if (!result.notices().isEmpty()) {
            var notices = new Pre(String.join("\n", result.notices()));
            notices.addClassName("sql-notices");
            add(notices);
        }
        switch (result) {
            case StatementResult.Explained explained -> add(new PlanTree(explained.plan()));
            case StatementResult.Rows rows
            when !rows.columns().isEmpty() -> {
                heading.add(copy(rows), download(rows, number));
                add(new ResultGrid(rows, getTranslation("studio.sql.result", number)));
            }
            case StatementResult.Rows _, StatementResult.Done _ -> {}
        }
    }

    private String outcome(StatementResult result) {
        return switch (result) {
            case StatementResult.Rows rows -> count(rows) + " · " + SqlWords.took(rows.took());
            case StatementResult.Done done -> changed(done) + " · " + SqlWords.took(done.took());
            case StatementResult.Explained explained -> how(explained.plan());
        };
    }

    private String how(QueryPlan plan) {
        return getTranslation(
                "studio.sql.plan." + (plan.undone() ? "undone" : plan.measured() ? "measured" : "estimated"));
    }

    private String changed(StatementResult.Done done) {
        return done.changed() == null
                ? getTranslation("studio.sql.no-rows")
                : getTranslation("studio.sql.changed", done.changed());
    }

    private String count(StatementResult.Rows result) {
        var rows = getTranslation(
                result.more() ? "studio.sql.first-rows" : "studio.sql.rows",
                result.rows().size());
        return result.columnCount() > result.columns().size()
                ? rows
                        + getTranslation(
                                "studio.sql.first-columns", result.columns().size(), result.columnCount())
                : rows;
    }

    private Button copy(StatementResult.Rows rows) {
        var copy = new Button(getTranslation("studio.sql.copy"), click -> {
            getElement()
                    .executeJs("return navigator.clipboard.writeText($0)", ResultCsv.of(rows))
                    .then(
                            done -> Notifications.success(getTranslation("studio.sql.copied")),
                            failure -> Notifications.error(getTranslation("studio.sql.not-copied")));
        });
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.setTestId("sql-copy");
        return copy;
    }

    private Anchor download(StatementResult.Rows rows, int number) {
        var download =
                new Anchor(event -> write(rows, event), AttachmentType.DOWNLOAD, getTranslation("studio.sql.download"));
        download.addClassName("button-link");
        download.setTestId("sql-download");
        download.getElement().setAttribute("aria-label", getTranslation("studio.sql.download-result", number));
        return download;
    }

    private static void write(StatementResult.Rows rows, DownloadEvent event) throws IOException {
        event.setFileName("result.csv");
        event.setContentType("text/csv; charset=utf-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        event.getOutputStream().write(ResultCsv.of(rows).getBytes(StandardCharsets.UTF_8));
    }
}
