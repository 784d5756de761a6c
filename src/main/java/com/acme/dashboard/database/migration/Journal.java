package com.acme.dashboard.database.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Liquibase has written down in a database about change sets that ran, read without Liquibase and without making its table. */
final class Journal {

    /**
     * @param checksum Liquibase's
     * @param fingerprint {@link ChangeSetSource#fingerprintOf} of what ran; null where nobody wrote it down
     */
    record Entry(
            ChangeSetName name,
            Instant at,
            boolean adopted,
            @Nullable String checksum,
            @Nullable String fingerprint,
            @Nullable String tag) {}

    private Journal() {}

    /** The entries, with their times read as UTC, in the order in which they were written; none where the current schema has no journal yet. */
    static List<Entry> read(Connection connection) throws SQLException {
        var entries = new ArrayList<Entry>();
        try (var statement = connection.createStatement()) {
            try (var exists = statement.executeQuery(
                    "select to_regclass(quote_ident(current_schema()) || '.databasechangelog') is not null")) {
                if (!exists.next() || !exists.getBoolean(1)) {
                    return entries;
                }
            }
            try (var rows = statement.executeQuery("""
                    select filename, author, id, dateexecuted, exectype, md5sum, description, tag
                    from databasechangelog
                    order by orderexecuted, dateexecuted""")) {
                while (rows.next()) {
                    entries.add(new Entry(
                            new ChangeSetName(rows.getString(1), rows.getString(2), rows.getString(3)),
                            rows.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            "MARK_RAN".equals(rows.getString(5)),
                            rows.getString(6),
                            fingerprint(rows.getString(7)),
                            rows.getString(8)));
                }
            }
        }
        return entries;
    }

    private static @Nullable String fingerprint(@Nullable String description) {
        return description != null && description.startsWith(ChangeSetSource.FINGERPRINT) ? description : null;
    }

    /**
     * Completes an entry that Liquibase has just written: with the run's tag, which it knows nothing of, the time in UTC, which
     * it writes in the session's zone and without saying which, and a fingerprint in place of its description, which says
     * that SQL was run.
     */
    static void stamp(Connection connection, ChangeSetName name, @Nullable String tag, Optional<String> fingerprint)
            throws SQLException {
        try (var update = connection.prepareStatement("""
                update databasechangelog
                set tag = ?, dateexecuted = now() at time zone 'UTC', description = coalesce(?, description)
                where filename = ? and author = ? and id = ?""")) {
            update.setString(1, tag);
            update.setString(2, fingerprint.orElse(null));
            update.setString(3, name.file());
            update.setString(4, name.author());
            update.setString(5, name.id());
            update.executeUpdate();
        }
    }

    /** The same for people. */
    static List<AppliedChangeSet> applied(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new AppliedChangeSet(entry.name, entry.at, entry.tag, entry.checksum, entry.adopted))
                .toList();
    }
}
