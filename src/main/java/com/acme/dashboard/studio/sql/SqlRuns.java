package com.acme.dashboard.studio.sql;

import com.acme.dashboard.studio.AuditTrail;
import com.acme.dashboard.studio.EditingPermit;
import com.acme.dashboard.studio.EditingRefused;
import com.acme.dashboard.studio.SecretColumns;
import com.acme.dashboard.studio.StudioDatabase;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.sql.SqlRefused.Reason;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * SQL that a person writes, for those with Studio's permission: with the application's role, within {@link SqlLimits}, and in a
 * transaction that the server itself keeps from writing, unless changes are asked for and {@link EditingPermit} allows them.
 */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class SqlRuns {

    private final StudioDatabase database;
    private final SqlRules rules;
    private final PlanSecrets planSecrets;
    private final SecretColumns secrets;
    private final SqlFailures failures;
    private final EditingPermit permit;
    private final ApplicationEventPublisher events;
    private final Semaphore turns = new Semaphore(SqlLimits.AT_ONCE);

    SqlRuns(
            StudioDatabase database,
            SqlRules rules,
            PlanSecrets planSecrets,
            SecretColumns secrets,
            SqlFailures failures,
            EditingPermit permit,
            ApplicationEventPublisher events) {
        this.database = database;
        this.rules = rules;
        this.planSecrets = planSecrets;
        this.secrets = secrets;
        this.failures = failures;
        this.permit = permit;
        this.events = events;
    }

    /**
     * Looks at the statements, and hands out what runs them.
     *
     * @throws SqlRefused where one of them is not to be run
     */
    public SqlRun prepare(List<SqlText> statements, SqlMode mode) {
        rules.check(statements, mode.changes());
        var trail = mode.changes() ? trail() : null;
        var execution = new SqlExecution(mode, trail, planSecrets, secrets, failures);
        return new SqlRun(statements, mode, execution, database, failures, turns, events);
    }

    private AuditTrail trail() {
        try {
            return permit.require();
        } catch (EditingRefused refused) {
            throw new SqlRefused(Reason.NO_PERMIT, "", null);
        }
    }
}
