package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.studio.sql.QueryPlan;
import com.acme.dashboard.studio.sql.QueryPlan.PlanNode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;

/** How a statement is carried out: step below step, what each expected and met, and its share of the time. */
final class PlanTree extends Div {

    private final boolean measured;

    PlanTree(QueryPlan plan) {
        measured = plan.measured();
        addClassName("sql-plan");
        setTestId("sql-plan");
        getElement().setAttribute("translate", "no");
        if (plan.execution() != null && plan.planning() != null) {
            add(new Paragraph(getTranslation(
                    "studio.sql.plan.times", SqlWords.took(plan.planning()), SqlWords.took(plan.execution()))));
        } else {
            add(new Paragraph(getTranslation("studio.sql.plan.not-run")));
        }
        add(new UnorderedList(item(plan.root())));
    }

    private ListItem item(PlanNode node) {
        var title = new Span(node.title());
        title.addClassName("strong");
        var heading = new Div(title);
        heading.addClassName("sql-step-heading");
        if (node.slowest()) {
            heading.add(mark(getTranslation(measured ? "studio.sql.plan.slowest" : "studio.sql.plan.dearest")));
        }
        if (node.misestimate() > 0) {
            heading.add(mark(getTranslation("studio.sql.plan.misestimate", node.misestimate())));
        }
        var step = new Div(heading, bar(node), figures(node));
        step.addClassName("sql-step");
        if (node.slowest()) {
            step.addClassName("sql-step-slowest");
        }
        node.details().forEach(detail -> {
            var line = new Div(detail);
            line.addClassNames("small", "muted", "sql-step-detail");
            step.add(line);
        });
        var item = new ListItem(step);
        if (!node.parts().isEmpty()) {
            var parts = new UnorderedList();
            node.parts().forEach(part -> parts.add(item(part)));
            item.add(parts);
        }
        return item;
    }

    private static Span mark(String text) {
        var mark = new Span(text);
        mark.addClassName("sql-mark");
        return mark;
    }

    private static Div bar(PlanNode node) {
        var bar = new Div();
        bar.addClassName("sql-share");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle().set("--share", node.percent() + "%");
        return bar;
    }

    private Div figures(PlanNode node) {
        var figures = new ArrayList<String>();
        var own = node.own();
        figures.add(
                own == null
                        ? getTranslation("studio.sql.plan.cost", node.percent())
                        : getTranslation("studio.sql.plan.time", SqlWords.took(own), node.percent()));
        var actual = node.actualRows();
        figures.add(
                actual == null
                        ? getTranslation("studio.sql.plan.rows-expected", node.plannedRows())
                        : getTranslation("studio.sql.plan.rows", actual, node.plannedRows()));
        if (node.loops() > 1) {
            figures.add(getTranslation("studio.sql.plan.loops", node.loops()));
        }
        var blocks = node.blocks();
        if (blocks.hit() + blocks.read() + blocks.temporary() > 0) {
            figures.add(getTranslation("studio.sql.plan.blocks", blocks.hit(), blocks.read(), blocks.temporary()));
        }
        var line = new Div(String.join(" · ", figures));
        line.addClassNames("small", "figures");
        return line;
    }
}
