package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.MigrationFailed;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;

/** Finds the change sets that make what no mapped class can describe: they say {@code -- unmanaged: reason}. */
final class UnmanagedChangeSets {

    private static final Pattern COMMENT = Pattern.compile("^\\s*--\\s*unmanaged\\s*:(.*)$", Pattern.MULTILINE);

    private UnmanagedChangeSets() {}

    /** Throws {@link MigrationFailed} where one gives no reason. */
    static Set<ChangeSetName> in(Collection<ChangeSet> changeSets) {
        var found = new HashSet<ChangeSetName>();
        for (var changeSet : changeSets) {
            for (var change : changeSet.getChanges()) {
                if (change instanceof AbstractSQLChange sql && sql.getSql() != null && says(changeSet, sql.getSql())) {
                    found.add(Changelog.nameOf(changeSet));
                }
            }
        }
        return found;
    }

    private static boolean says(ChangeSet changeSet, String sql) {
        var comment = COMMENT.matcher(sql);
        if (!comment.find()) {
            return false;
        }
        if (comment.group(1).isBlank()) {
            throw new MigrationFailed(
                    "%s says \"-- unmanaged:\" without a reason.".formatted(Changelog.nameOf(changeSet)));
        }
        return true;
    }
}
