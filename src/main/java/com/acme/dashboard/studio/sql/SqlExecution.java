package com.acme.dashboard.studio.sql;

import com.acme.dashboard.studio.AuditEntry;
import com.acme.dashboard.studio.AuditKind;
import com.acme.dashboard.studio.AuditTrail;
import com.acme.dashboard.studio.SecretColumns;
import com.acme.dashboard.studio.sql.PlanSecrets.PasswordUsed;
import com.acme.dashboard.studio.sql.SqlRefused.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries out the statements of one run: looks at the plan of each, sends it, reads what comes. */
final class SqlExecution {

    private static final String PLAN = "explain (verbose, format json) ";
    private static final String MEASURED_PLAN = "explain (analyze, buffers, verbose, format json) ";

    private static final Set<String> PLANNED =
            Set.of("select", "values", "table", "with", "insert", "update", "delete", "merge");

    /** What stands behind CREATE where a query fills a table. */
    private static final Set<String> TABLES =
            Set.of("table", "temp", "temporary", "local", "global", "unlogged", "materialized");

    private static final JsonMapper JSON = new JsonMapper();

    private final SqlMode mode;
    private final @Nullable AuditTrail trail;
    private final PlanSecrets planSecrets;
    private final SecretColumns secrets;
    private final SqlFailures failures;
    private final ResultReader reader;

    /** With a trail, every statement is written down there, in the transaction in which it runs: it may change something. */
    SqlExecution(
            SqlMode mode,
            @Nullable AuditTrail trail,
            PlanSecrets planSecrets,
            SecretColumns secrets,
            SqlFailures failures) {
        this.mode = mode;
        this.trail = trail;
        this.planSecrets = planSecrets;
        this.secrets = secrets;
        this.failures = failures;
        reader = new ResultReader(secrets);
    }

    /**
     * Runs one statement.
     *
     * @param cancelled whether somebody asked for the end of the run
     * @throws SqlRefused where it is several for the driver, or its plan uses a password
     */
    StatementResult run(SqlSession session, SqlText statement, BooleanSupplier cancelled) throws SQLException {
        session.limit();
        if (!session.isSingle(statement.sql())) {
            throw new SqlRefused(Reason.SEVERAL, statement.command(), statement);
        }
        var plan = hasPlan(statement) ? explain(session, PLAN, statement, cancelled) : null;
        var hidden = plan == null ? Set.<Integer>of() : hidden(session, statement, plan.path("Plan"));
        if (plan != null && mode.explain()) {
            return explained(session, statement, plan, cancelled);
        }
        var sent = System.nanoTime();
        try (var execution = session.statement();
                var notices = Notices.of(execution)) {
            return execution.execute(statement.sql())
                    ? rows(session, execution, notices, statement, hidden, sent)
                    : done(session, execution, notices, statement, sent);
        }
    }

    private void record(SqlSession session, SqlText statement, @Nullable Long rows) {
        if (trail != null) {
            trail.record(
                    session.client(),
                    AuditEntry.of(AuditKind.SQL, statement.sql()).withRows(rows));
        }
    }

    private StatementResult rows(
            SqlSession session, Statement execution, Notices notices, SqlText statement, Set<Integer> hidden, long sent)
            throws SQLException {
        try (var result = execution.getResultSet()) {
            var columns = reader.columns(result.getMetaData(), hidden);
            var rows = reader.rows(result, () -> next(result, notices, sent), columns);
            var further = further(result, notices, sent);
            record(session, statement, rows.size() + further);
            return new StatementResult.Rows(
                    statement,
                    columns,
                    result.getMetaData().getColumnCount(),
                    rows,
                    further > 0,
                    since(sent),
                    shown(notices));
        }
    }

    /** Reads to the end what is not kept, and counts it. */
    private long further(ResultSet result, Notices notices, long sent) throws SQLException {
        long further = 0;
        while (next(result, notices, sent)) {
            further++;
        }
        return further;
    }

    /** Goes to the next row, unless all of them take too long: the server's own limit is one for each part that it sends. */
    private boolean next(ResultSet result, Notices notices, long sent) throws SQLException {
        var more = result.next();
        notices.take(result);
        if (more && since(sent).compareTo(mode.timeout()) > 0) {
            throw new SQLTimeoutException("Reading all rows takes too long", PSQLState.QUERY_CANCELED.getState());
        }
        return more;
    }

    private StatementResult done(SqlSession session, Statement execution, Notices notices, SqlText statement, long sent)
            throws SQLException {
        @Nullable Long changed = hasPlan(statement) ? execution.getLargeUpdateCount() : null;
        record(session, statement, changed);
        return new StatementResult.Done(statement, changed, since(sent), shown(notices));
    }

    /** What would change something is carried out only where changes are allowed; they are undone at the end. */
    private StatementResult explained(SqlSession session, SqlText statement, JsonNode plan, BooleanSupplier cancelled)
            throws SQLException {
        var changes = plan.path("Plan").toString().contains("\"ModifyTable\"");
        var shown = changes && !mode.changes() ? plan : explain(session, MEASURED_PLAN, statement, cancelled);
        return new StatementResult.Explained(
                statement, PlanReader.read(shown, changes && mode.changes(), secrets::mask));
    }

    private JsonNode explain(SqlSession session, String how, SqlText statement, BooleanSupplier cancelled)
            throws SQLException {
        try {
            return JSON.readTree(session.text(how + statement.sql())).path(0);
        } catch (SQLException failure) {
            throw failures.of(failure, statement, how.length(), cancelled.getAsBoolean());
        }
    }

    private Set<Integer> hidden(SqlSession session, SqlText statement, JsonNode plan) throws SQLException {
        var secretTables = session.tablesWith(secrets.names());
        try {
            return planSecrets.columns(plan, isShown(statement), statement.tokens(), secretTables);
        } catch (PasswordUsed used) {
            throw new SqlRefused(Reason.SECRET, statement.command(), statement);
        }
    }

    /** Whether the server can plan it beforehand. */
    private static boolean hasPlan(SqlText statement) {
        return isShown(statement) || isStored(statement);
    }

    private static boolean isShown(SqlText statement) {
        var cursor = statement.cursor();
        return cursor.sees('(') || cursor.seesAny(PLANNED);
    }

    /** Whether it keeps the rows of a query under names of its own. */
    private static boolean isStored(SqlText statement) {
        var cursor = statement.cursor();
        if (cursor.sees("declare")) {
            return true;
        }
        return cursor.accept("create")
                && (cursor.sees("materialized") || !cursor.restHas("view"))
                && cursor.seesAny(TABLES)
                && cursor.restHas("as");
    }

    private List<String> shown(Notices notices) throws SQLException {
        return notices.first().stream().map(secrets::mask).toList();
    }

    private static Duration since(long sent) {
        return Duration.ofNanos(System.nanoTime() - sent);
    }
}
