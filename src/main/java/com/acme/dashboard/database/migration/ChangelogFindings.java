package com.acme.dashboard.database.migration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import com.acme.dashboard.database.migration.Finding.Kind;
import com.acme.dashboard.database.safety.SafetyFinding;
import com.acme.dashboard.database.safety.SafetyRules;
import com.acme.dashboard.database.sql.ChangeSetText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import liquibase.changelog.ChangeSet;

/** What is wrong with the files of a changelog, looked at beside the journal of a database. */
final class ChangelogFindings {

    private static final Pattern NUMBERED = Pattern.compile("(?:.*/)?(\\d+)-[^/]*");

    private final Changelog changelog;
    private final List<Journal.Entry> journal;
    private final List<ChangeSetName> pending;
    private final List<Finding> findings = new ArrayList<>();

    private ChangelogFindings(Changelog changelog, List<Journal.Entry> journal) {
        this.changelog = changelog;
        this.journal = journal;
        this.pending = changelog.missingFrom(journal);
    }

    static List<Finding> of(Changelog changelog, List<Journal.Entry> journal) throws SQLException {
        var all = new ChangelogFindings(changelog, journal);
        all.edited();
        all.removed();
        all.collisions();
        all.outOfOrder();
        all.pending();
        all.unsafe();
        return List.copyOf(all.findings);
    }

    private void edited() throws SQLException {
        for (var name : changelog.editedSince(journal)) {
            add(
                    Kind.EDITED,
                    name.toString(),
                    "the text that ran",
                    "another text",
                    "What ran cannot be changed by editing it. Put the file back as it was and write a new change set.");
        }
    }

    /** An older program finds those of a newer one so: its own check is the wrong one to run then. */
    private void removed() {
        Set<ChangeSetName> known = new HashSet<>();
        changelog.all().forEach(changeSet -> known.add(Changelog.nameOf(changeSet)));
        for (var entry : journal) {
            if (!known.contains(entry.name())) {
                add(
                        Kind.REMOVED,
                        entry.name().toString(),
                        "in the changelog",
                        "only in the database, where it ran",
                        "Bring the file back, or run the check of the version that has it: this one may be older than the database.");
            }
        }
    }

    private void collisions() {
        collisions("the id", changeSet -> changeSet.getAuthor() + ":" + changeSet.getId());
        collisions("the number", changeSet -> {
            var number = NUMBERED.matcher(changeSet.getFilePath());
            return number.matches() ? number.group(1) : changeSet.getFilePath();
        });
    }

    private void collisions(String what, Function<ChangeSet, String> key) {
        var files = changelog.all().stream()
                .collect(groupingBy(key, TreeMap::new, mapping(ChangeSet::getFilePath, toCollection(TreeSet::new))));
        files.forEach((shared, of) -> {
            if (of.size() > 1) {
                add(
                        Kind.COLLISION,
                        of.getLast(),
                        "%s of one file only".formatted(what),
                        "%s %s, which %s has, too".formatted(what, shared, of.getFirst()),
                        "Two branches have added a change set each. Give the one that has run nowhere yet the next free number.");
            }
        });
    }

    /** Rows of an environment always come last and do not count. */
    private void outOfOrder() {
        Set<ChangeSetName> applied = new HashSet<>();
        journal.forEach(entry -> applied.add(entry.name()));
        ChangeSetName later = null;
        for (var changeSet : changelog.all().reversed()) {
            var name = Changelog.nameOf(changeSet);
            if (applied.contains(name) && changeSet.getContextFilter().isEmpty()) {
                later = Objects.requireNonNullElse(later, name);
            } else if (later != null && pending.contains(name)) {
                add(
                        Kind.OUT_OF_ORDER,
                        name.toString(),
                        "after " + later + ", which has run",
                        "before it",
                        "A new database would get the two in another order than this one. Move it to the end of changelog.yaml, under the next free number.");
            }
        }
    }

    private void pending() {
        for (var name : pending) {
            add(Kind.PENDING, name.toString(), "applied", "pending", "Run ./db migrate.");
        }
    }

    private void unsafe() {
        pending.stream().map(ChangeSetName::file).distinct().forEach(file -> {
            var text = changelog.text(file);
            for (var unsafe : SafetyRules.check(file, text)) {
                if (isPending(file, text, unsafe)) {
                    add(
                            Kind.UNSAFE,
                            "%s, line %d".formatted(file, unsafe.line()),
                            unsafe.rule(),
                            unsafe.statement(),
                            unsafe.why() + " " + unsafe.safeWay());
                }
            }
        });
    }

    /** In a file of several change sets some may have run. */
    private boolean isPending(String file, String text, SafetyFinding unsafe) {
        return ChangeSetText.read(text).stream()
                .takeWhile(changeSet -> changeSet.line() <= unsafe.line())
                .reduce((_, later) -> later)
                .filter(ChangeSetText::isFormatted)
                .map(within -> pending.stream()
                        .anyMatch(name -> name.file().equals(file) && within.isNamed(name.author(), name.id())))
                .orElse(true);
    }

    private void add(Kind kind, String object, String expected, String found, String explanation) {
        findings.add(new Finding(kind, object, expected, found, List.of(), explanation));
    }
}
