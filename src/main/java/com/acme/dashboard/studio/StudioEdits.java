package com.acme.dashboard.studio;

import com.acme.dashboard.common.AnythingChanged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Applies staged changes to the rows of a table: all in one transaction or none, each only to the version of the row that was
 * read, and each written down in the audit table.
 *
 * <p>Every method throws {@link DataAccessException} where the database does not answer in time.
 */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class StudioEdits {

    /** So many changes are applied together at most. */
    public static final int MOST = 500;

    private final EditingPermit permit;
    private final StudioDatabase database;
    private final CatalogQueries catalog;
    private final RowQueries rows;
    private final SecretColumns secrets;
    private final EditFailures failures;
    private final ApplicationEventPublisher events;

    StudioEdits(
            EditingPermit permit,
            StudioDatabase database,
            CatalogQueries catalog,
            RowQueries rows,
            SecretColumns secrets,
            EditFailures failures,
            ApplicationEventPublisher events) {
        this.permit = permit;
        this.database = database;
        this.catalog = catalog;
        this.rows = rows;
        this.secrets = secrets;
        this.failures = failures;
        this.events = events;
    }

    /** Why the rows of a table cannot be changed here by anybody; empty where they can. */
    public Optional<EditHindrance> hindrance(TableShape shape) {
        if (!shape.kind().holdsRows()) {
            return Optional.of(EditHindrance.NO_TABLE);
        }
        if (shape.name().name().equals(StudioAudit.TABLE)) {
            return Optional.of(EditHindrance.AUDIT);
        }
        return switch (shape.writers()) {
            case DATABASE -> Optional.of(EditHindrance.KEPT);
            case OTHER_ROLES -> Optional.of(EditHindrance.NO_RIGHT);
            case THIS_ROLE -> hasSecretKey(shape) ? Optional.of(EditHindrance.SECRET_KEY) : Optional.empty();
        };
    }

    /** Whether the person who is signed in may change the rows of a table now. */
    public boolean allowed(TableShape shape) {
        return hindrance(shape).isEmpty() && permit.current().allowed();
    }

    /**
     * What the database says of texts that are no values for their columns, by column; empty where all of them are, as far as
     * that can be told without applying them.
     */
    public Map<String, String> problems(TableShape shape, List<Assignment> values) {
        var problems = new LinkedHashMap<String, String>();
        for (var value : values) {
            shape.column(value.column())
                    .flatMap(column -> failures.problem(column, value.text()))
                    .ifPresent(words -> problems.put(value.column(), words));
        }
        return problems;
    }

    /**
     * The changes as SQL, for a person to read: values as literals, long ones cut.
     *
     * @throws IllegalArgumentException where a change sets a column that nobody may set
     */
    public String preview(TableShape shape, List<RowEdit> edits) {
        return edits.stream()
                .map(edit -> secrets.mask(EditStatement.of(shape, edit).readable()) + ";")
                .collect(Collectors.joining("\n\n"));
    }

    /**
     * Applies the changes in their order, or none of them.
     *
     * @throws EditingRefused where nothing may be changed
     * @throws IllegalArgumentException where these are more than {@link #MOST}, there is a {@link #hindrance}, or a change
     *     sets a column that nobody may set
     */
    public EditOutcome apply(TableName table, List<RowEdit> edits) {
        var trail = permit.require();
        var shape = catalog.shape(table).orElseThrow(() -> new EmptyResultDataAccessException("No such table", 1));
        if (edits.size() > MOST || hindrance(shape).isPresent()) {
            throw new IllegalArgumentException("Not editable like this: " + table);
        }
        for (int place = 0; place < edits.size(); place++) {
            if (row(edits.get(place)).filter(row -> !row.tellsApartIn(shape)).isPresent()) {
                return new EditOutcome.Conflict(place, null);
            }
        }
        var statements =
                edits.stream().map(edit -> EditStatement.of(shape, edit)).toList();
        try {
            long changed = database.write(client -> run(client, trail, statements));
            events.publishEvent(new AnythingChanged());
            return new EditOutcome.Applied(changed);
        } catch (Stopped stopped) {
            return outcome(shape, edits, stopped);
        }
    }

    /** The row that is to be there already. */
    private static Optional<RowIdentity> row(RowEdit edit) {
        return switch (edit) {
            case RowEdit.Insert _ -> Optional.empty();
            case RowEdit.Change change -> Optional.of(change.row());
            case RowEdit.Delete delete -> Optional.of(delete.row());
        };
    }

    private static boolean hasSecretKey(TableShape shape) {
        return shape.key().stream().anyMatch(name -> shape.column(name).stream().anyMatch(TableColumn::secret));
    }

    private static long run(JdbcClient client, AuditTrail trail, List<EditStatement> statements) {
        client.sql("set local lock_timeout = '5s'").update();
        long changed = 0;
        for (int i = 0; i < statements.size(); i++) {
            changed += run(client, trail, statements.get(i), i);
        }
        try {
            // What is checked at the end is checked while the failure can still be told from that of the commit.
            client.sql("set constraints all immediate").update();
        } catch (DataAccessException refused) {
            throw new Stopped(null, refused);
        }
        return changed;
    }

    private static int run(JdbcClient client, AuditTrail trail, EditStatement statement, int place) {
        int changed;
        try {
            changed = client.sql(statement.sql()).params(statement.parameters()).update();
        } catch (DataAccessException refused) {
            throw new Stopped(place, refused);
        }
        // More than one, where a table that inherits this one has a row with the same key.
        if (changed != 1) {
            throw new Stopped(place, null);
        }
        trail.record(
                client,
                AuditEntry.of(AuditKind.EDIT, statement.sql())
                        .withParameters(statement.parameters())
                        .withRows((long) changed));
        return changed;
    }

    private EditOutcome outcome(TableShape shape, List<RowEdit> edits, Stopped stopped) {
        var place = stopped.place;
        var edit = place == null ? null : edits.get(place);
        var refused = stopped.refused;
        if (refused != null && EditFailures.isLock(refused)) {
            return new EditOutcome.Locked();
        }
        if (refused != null) {
            return failures.rejection(shape, place, edit, refused).orElseThrow(() -> refused);
        }
        return notFound(shape, Objects.requireNonNull(place), Objects.requireNonNull(edit));
    }

    private EditOutcome notFound(TableShape shape, int place, RowEdit edit) {
        var read = row(edit).orElse(null);
        var now = read == null ? null : rows.find(shape, read).orElse(null);
        return read == null || (now != null && read.equals(now.identity()))
                ? new EditOutcome.Ignored(place)
                : new EditOutcome.Conflict(place, now);
    }

    /** Undoes the transaction: the database refuses a change, or, without a cause, has not found the row as it was read. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final @Nullable Integer place;
        private final transient @Nullable DataAccessException refused;

        Stopped(@Nullable Integer place, @Nullable DataAccessException refused) {
            super(refused);
            this.place = place;
            this.refused = refused;
        }
    }
}
