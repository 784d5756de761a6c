package com.acme.dashboard.studio.migrations.ui;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.acme.dashboard.common.ui.AsThePerson;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.InPage;
import com.acme.dashboard.studio.migrations.CheckFinding;
import com.acme.dashboard.studio.migrations.CheckImpossible;
import com.acme.dashboard.studio.migrations.CheckRunning;
import com.acme.dashboard.studio.migrations.StudioMigrations;
import com.acme.dashboard.studio.ui.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the check in the background, and shows what it finds. */
final class CheckPanel extends Section {

    private static final Logger LOG = LoggerFactory.getLogger(CheckPanel.class);

    private final transient StudioMigrations migrations;
    private final Button run = new Button(getTranslation("studio.check.run"), Glyph.CHECK.create(), click -> start());
    private final Div outcome = new Div();

    CheckPanel(StudioMigrations migrations) {
        this.migrations = migrations;
        run.setTestId("run-check");
        outcome.addClassName("studio-findings");
        outcome.setTestId("check-outcome");
        outcome.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("studio.check")), new Paragraph(getTranslation("studio.check.what")), run, outcome);
    }

    private void start() {
        run.setEnabled(false);
        show(new Paragraph(getTranslation("studio.check.running")));
        var page = UI.getCurrentOrThrow();
        var work = AsThePerson.run(() -> InPage.run(page, check()));
        Thread.ofVirtual().name("studio-check").start(work);
    }

    /** Takes its time, outside of the page; what it returns belongs into the page. */
    private SerializableRunnable check() {
        try {
            var findings = migrations.check();
            return () -> finish(() -> show(findings));
        } catch (CheckImpossible impossible) {
            var why = String.valueOf(impossible.getMessage());
            LOG.warn("The check could not run: {}", why);
            return () -> finish(() -> show(
                    new Paragraph(getTranslation("studio.check.impossible")), Words.inEnglish(new Paragraph(why))));
        } catch (CheckRunning _) {
            return () -> finish(() -> show(new Paragraph(getTranslation("studio.check.busy"))));
        } catch (RuntimeException failure) {
            LOG.error("The check failed", failure);
            return () -> finish(() -> show(new Paragraph(getTranslation("error.unexpected"))));
        }
    }

    private void finish(SerializableRunnable show) {
        run.setEnabled(true);
        show.run();
    }

    private void show(Component... components) {
        outcome.removeAll();
        outcome.add(components);
    }

    private void show(List<CheckFinding> findings) {
        show(new Paragraph(getTranslation("studio.check.found", findings.size())));
        findings.stream()
                .collect(groupingBy(CheckFinding::kind, LinkedHashMap::new, toList()))
                .forEach((kind, ofKind) -> outcome.add(new FindingGroup(kind, ofKind)));
    }
}
