package com.acme.dashboard.studio.migrations.ui;

import com.acme.dashboard.common.ui.Badge;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.studio.migrations.ChangeSetEntry;
import com.acme.dashboard.studio.migrations.StudioMigrations;
import com.acme.dashboard.studio.ui.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Change sets, each with what is known of it, and its SQL for those who open it. */
final class ChangeSetList extends UnorderedList {

    private final transient StudioMigrations migrations;
    private final DateTimeFormatter time;

    /** With the zone in which people read times. */
    ChangeSetList(StudioMigrations migrations, List<ChangeSetEntry> changeSets, ZoneId zone) {
        this.migrations = migrations;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone);
        addClassName("studio-change-sets");
        setTestId("change-sets");
        changeSets.forEach(changeSet -> add(new ListItem(details(changeSet))));
    }

    private Details details(ChangeSetEntry changeSet) {
        var name = new Span(changeSet.name());
        name.addClassNames("cut", "strong");
        name.setTitle(changeSet.name());
        var at = new Span(changeSet.appliedAt() == null ? "" : time.format(changeSet.appliedAt()));
        at.addClassNames("muted", "figures");
        var summary = new Div(badge(changeSet), name, at);
        summary.addClassName("studio-change-set");
        var content = new Div();
        content.addClassName("studio-change-set-content");
        var details = new Details(summary, content);
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && content.getComponentCount() == 0) {
                show(content, changeSet);
            }
        });
        return details;
    }

    private void show(Div content, ChangeSetEntry changeSet) {
        content.removeAll();
        Failures.attempt(
                () -> fill(content, changeSet),
                () -> content.add(new FailedState(
                        getTranslation("studio.migrations.unreadable"), () -> show(content, changeSet))));
    }

    private Badge badge(ChangeSetEntry changeSet) {
        return changeSet.isPending()
                ? new Badge(Badge.Tone.WAITING, getTranslation("studio.migrations.pending"))
                : new Badge(
                        Badge.Tone.GOOD,
                        getTranslation(
                                changeSet.adopted() ? "studio.migrations.adopted" : "studio.migrations.applied"));
    }

    private void fill(Div content, ChangeSetEntry changeSet) {
        var sql = migrations.sql(changeSet);
        sql.filter(known -> !known.comment().isEmpty())
                .ifPresent(known -> content.add(Words.inEnglish(new Paragraph(known.comment()))));
        var facts = new Facts()
                .add(getTranslation("studio.migrations.file"), changeSet.file())
                .add(getTranslation("studio.migrations.id"), changeSet.id())
                .add(getTranslation("studio.migrations.author"), changeSet.author())
                .add(getTranslation("studio.migrations.run"), changeSet.run())
                .add(getTranslation("studio.migrations.checksum"), changeSet.checksum());
        content.add(facts);
        sql.ifPresentOrElse(
                known -> {
                    if (!known.inTransaction()) {
                        content.add(new Paragraph(getTranslation("studio.migrations.no-transaction")));
                    }
                    content.add(new H3(getTranslation("studio.migrations.forward")), sql(known.forward()));
                    content.add(new H3(getTranslation("studio.migrations.back")), sql(known.back()));
                },
                () -> content.add(new Paragraph(getTranslation("studio.migrations.unknown"))));
    }

    private Component sql(String text) {
        return text.isEmpty() ? new Paragraph(getTranslation("studio.migrations.no-sql")) : Words.sql(text);
    }
}
