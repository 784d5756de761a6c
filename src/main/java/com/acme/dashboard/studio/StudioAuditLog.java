package com.acme.dashboard.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What people did by way of Studio, for those with its permission.
 *
 * <p>Every method throws {@link org.springframework.dao.DataAccessException} where the database does not answer in time.
 */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class StudioAuditLog {

    /** Before the newest record of all. */
    public static final long NEWEST = Long.MAX_VALUE;

    /** In characters: what a person reads of one statement. */
    private static final int LONGEST_TEXT = 10_000;

    private final StudioAudit audit;
    private final StudioDatabase database;

    StudioAuditLog(StudioAudit audit, StudioDatabase database) {
        this.audit = audit;
        this.database = database;
    }

    /** Whether this database has an audit table. */
    public boolean exists() {
        return audit.table().isPresent();
    }

    /**
     * Some records, the newest first; none where there is no audit table.
     *
     * @param before the records with a lower {@linkplain AuditRecord#id number}, or {@link #NEWEST}
     * @param skip how many of them to leave out
     * @param limit how many at most
     */
    public List<AuditRecord> page(AuditFilter filter, long before, long skip, int limit) {
        return audit.table()
                .map(table -> page(table, filter, before, skip, limit))
                .orElse(List.of());
    }

    private List<AuditRecord> page(TableName table, AuditFilter filter, long before, long skip, int limit) {
        return database.read(client -> client.sql("""
                        select id, at, actor, database_role, kind, left(statement, :longest) as statement,
                               left(parameters::text, :longest) as parameters, rows, reason
                        from %s
                        where id < :before
                          and (:person = '' or strpos(lower(actor), lower(:person)) > 0)
                          and (:text = '' or strpos(lower(concat_ws(' ', statement, parameters, reason)), lower(:text)) > 0)
                        order by id desc
                        limit :limit offset :skip
                        """.formatted(table.quoted()))
                .param("longest", LONGEST_TEXT)
                .param("before", before)
                .param("person", filter.person())
                .param("text", filter.text())
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list());
    }

    private static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("database_role"),
                AuditKind.of(row.getString("kind")),
                row.getString("statement"),
                row.getString("parameters"),
                row.getObject("rows", Long.class),
                row.getString("reason"));
    }
}
