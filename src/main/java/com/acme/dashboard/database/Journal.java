package com.acme.dashboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Liquibase has written down in a database about change sets that ran, read without Liquibase and without making its table. */
final class Journal {

    record Entry(
            ChangeSetName name,
            Instant at,
            boolean adopted,
            @Nullable String checksum,
            @Nullable String tag,
            @Nullable String deployment) {}

    private Journal() {}

    /** The entries in the order in which they were written; none where there is no journal yet. */
    static List<Entry> read(Connection connection) throws SQLException {
        var entries = new ArrayList<Entry>();
        try (var statement = connection.createStatement()) {
            try (var exists = statement.executeQuery("select to_regclass('databasechangelog') is not null")) {
                if (!exists.next() || !exists.getBoolean(1)) {
                    return entries;
                }
            }
            try (var rows = statement.executeQuery("""
                    select filename, author, id, dateexecuted, exectype, md5sum, tag, deployment_id
                    from databasechangelog
                    order by orderexecuted, dateexecuted""")) {
                while (rows.next()) {
                    entries.add(new Entry(
                            new ChangeSetName(rows.getString(1), rows.getString(2), rows.getString(3)),
                            rows.getTimestamp(4).toInstant(),
                            "MARK_RAN".equals(rows.getString(5)),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(8)));
                }
            }
        }
        return entries;
    }

    /** The same for people. A run leaves its tag at its last change set; all of that run are told with it. */
    static List<AppliedChangeSet> applied(List<Entry> entries) {
        Map<String, String> tags = new HashMap<>();
        for (var entry : entries) {
            if (entry.tag != null && entry.deployment != null) {
                tags.put(entry.deployment, entry.tag);
            }
        }
        return entries.stream()
                .map(entry -> new AppliedChangeSet(
                        entry.name,
                        entry.at,
                        tags.get(Objects.requireNonNullElse(entry.deployment, "")),
                        entry.checksum,
                        entry.adopted))
                .toList();
    }
}
