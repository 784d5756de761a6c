package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.studio.StatementResult;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
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

    private final transient StatementResult result;

    ResultPanel(StatementResult result, int number) {
        this.result = result;
        addClassName("sql-result");
        setTestId("sql-result");
        var title = new H2(SqlWords.line(result.statement()));
        title.addClassName("cut");
        title.setTitle(result.statement().sql());
        title.getElement().setAttribute("translate", "no");
        getElement().setAttribute("aria-label", getTranslation("studio.sql.result", number));
        var count = new Span(outcome());
        count.addClassNames("figures", "muted", "sql-outcome");
        var heading = new Div(title, count);
        heading.addClassName("sql-result-heading");
        add(heading);
        if (!result.notices().isEmpty()) {
            var notices = new Pre(String.join("\n", result.notices()));
            notices.addClassName("sql-notices");
            add(notices);
        }
        if (result.plan() != null) {
            add(new PlanTree(result.plan()));
        } else if (!result.columns().isEmpty()) {
            heading.add(copy(), download(number));
            add(new ResultGrid(result, getTranslation("studio.sql.result", number)));
        }
    }

    private String outcome() {
        var plan = result.plan();
        if (plan == null) {
            return rows() + " · " + SqlWords.took(result.took());
        }
        var how = plan.undone() ? "undone" : plan.measured() ? "measured" : "estimated";
        return getTranslation("studio.sql.plan." + how);
    }

    private String rows() {
        if (result.changed() != null) {
            return getTranslation("studio.sql.changed", result.changed());
        }
        if (result.columns().isEmpty()) {
            return result.rows().isEmpty()
                    ? getTranslation("studio.sql.no-rows")
                    : getTranslation("studio.sql.rows", result.rows().size());
        }
        var rows = getTranslation(
                result.more() ? "studio.sql.first-rows" : "studio.sql.rows",
                result.rows().size());
        return result.columnCount() > result.columns().size()
                ? rows
                        + getTranslation(
                                "studio.sql.first-columns", result.columns().size(), result.columnCount())
                : rows;
    }

    private Button copy() {
        var copy = new Button(getTranslation("studio.sql.copy"), click -> {
            getElement()
                    .executeJs("return navigator.clipboard.writeText($0)", ResultCsv.of(result))
                    .then(
                            done -> Notifications.success(getTranslation("studio.sql.copied")),
                            failure -> Notifications.error(getTranslation("studio.sql.not-copied")));
        });
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.setTestId("sql-copy");
        return copy;
    }

    private Anchor download(int number) {
        var download = new Anchor(this::write, getTranslation("studio.sql.download"));
        download.addClassName("button-link");
        download.setTestId("sql-download");
        download.getElement().setAttribute("aria-label", getTranslation("studio.sql.download-result", number));
        return download;
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("result.csv");
        event.setContentType("text/csv; charset=utf-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        event.getOutputStream().write(ResultCsv.of(result).getBytes(StandardCharsets.UTF_8));
    }
}
