package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Checkout;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import liquibase.changelog.ChangeSet;

/** Nothing in the changelog is skipped without a word, as Liquibase would do after a typing error. */
final class ChangelogCompleteness {

    private static final Set<String> FORMATS = Set.of("sql", "yaml", "yml", "xml", "json");

    private ChangelogCompleteness() {}

    /** Throws {@link MigrationFailed} if no environment would ever run it. */
    static void requireReachable(ChangeSet changeSet) {
        if (changeSet.isIgnore()) {
            throw new MigrationFailed("%s says ignore and would never run: take it out of the order instead."
                    .formatted(Changelog.nameOf(changeSet)));
        }
        var named = changeSet.getContextFilter().getContexts();
        if (!ids().containsAll(named)) {
            throw new MigrationFailed("%s is for a context that no environment has: %s"
                    .formatted(Changelog.nameOf(changeSet), changeSet.getContextFilter()));
        }
        var databases = changeSet.getDbmsSet();
        if (databases != null && !databases.isEmpty() && !databases.equals(Set.of("postgresql"))) {
            throw new MigrationFailed("%s is for another database than postgresql: %s"
                    .formatted(Changelog.nameOf(changeSet), changeSet.getDbmsOriginalString()));
        }
    }

    private static Set<String> ids() {
        return Arrays.stream(Environment.values()).map(Environment::id).collect(Collectors.toSet());
    }

    /**
     * Does what {@link #requireAllIncluded} does for the change sets that were built in. Where files of the checkout have come
     * or gone since the build, as beside a running application, it is the checkout's own order that has to name them.
     */
    static void requireNothingForgotten(Path checkout, List<ChangeSet> builtIn) {
        if (paths(builtIn).equals(files(checkout))) {
            return;
        }
        try {
            var files = new ChangelogDirectory(checkout).files();
            requireAllIncluded(checkout, Changelog.read(Environment.PROD, files).all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws {@link MigrationFailed} if a file of the checkout has no change set in the order, or the other way round. */
    static void requireAllIncluded(Path checkout, List<ChangeSet> changeSets) {
        var included = paths(changeSets);
        var there = files(checkout);
        for (var file : there) {
            if (!included.contains(file)) {
                throw new MigrationFailed(
                        "%s would never run: %s/changelog.yaml does not include it, or it has no --changeset line."
                                .formatted(file, Checkout.CHANGELOG_DIRECTORY));
            }
        }
        for (var file : included) {
            if (!there.contains(file)) {
                throw new MigrationFailed("%s/changelog.yaml includes %s, which is not there."
                        .formatted(Checkout.CHANGELOG_DIRECTORY, file));
            }
        }
    }

    private static Set<String> paths(List<ChangeSet> changeSets) {
        return changeSets.stream().map(ChangeSet::getFilePath).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> files(Path checkout) {
        var root = checkout.resolve(Checkout.CHANGELOG_DIRECTORY);
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(root.resolve("changelog.yaml")))
                    .map(file -> checkout.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> FORMATS.contains(file.substring(file.lastIndexOf('.') + 1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
