package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.migration.ChangeSetName;
import com.acme.dashboard.database.migration.MigrationLimits;
import com.acme.dashboard.database.migration.MigrationListener;
import com.acme.dashboard.database.migration.Rollback;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        customSynopsis = "./db rollback[:ENV] [--count N | --to TAG] [--sql] [--lock-timeout TIME] [--yes]",
        description = {
            "Undoes the last change set, or the last N, or all that came after a run; each in a transaction of its own.",
            "Shows the SQL and the data that would be lost, and asks. What was adopted is never undone.",
            "In prod it refuses to undo the first change set, to drop a table or column that holds data,",
            "to give a column back a type that its values would not fit, and to run drop ... cascade.",
            "",
        },
        footer = {"", "Example: ./db rollback:dev --count 2"})
final class RollbackCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @ArgGroup
    private final Extent extent = new Extent();

    @Option(names = "--sql", description = "Print the SQL and undo nothing.")
    private boolean sql;

    @Mixin
    private final LockTimeout lockTimeout = new LockTimeout();

    @Option(names = "--yes", description = "Undo without asking.")
    private boolean yes;

    RollbackCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    private static final class Extent {

        @Option(
                names = "--count",
                paramLabel = "N",
                description = "How many change sets, the last one first. Default: 1.")
        private @Nullable Integer count;

        @Option(
                names = "--to",
                paramLabel = "TAG",
                description =
                        "Undo all that was applied after the run with this tag, which ./db status shows behind \"by\".")
        private @Nullable String tag;

        Rollback.Extent value(TargetDatabase database) {
            if (tag != null) {
                return new Rollback.Extent.After(tag);
            }
            int last = count == null ? 1 : count;
            if (last < 1) {
                throw Refusals.wrongUse("rollback", database, "--count is at least 1, not %d.".formatted(last));
            }
            return new Rollback.Extent.Last(last);
        }
    }

    @Override
    public Integer call() {
        var asked = extent.value(database);
        try (var server = database.openKept()) {
            var rollback = new Rollback(server);
            var limits = new MigrationLimits(lockTimeout.value(), MigrationLimits.DEFAULT.statement());
            var plan = rollback.plan(asked, limits);
            if (!plan.steps().isEmpty()) {
                print(plan);
            }
            plan.end()
                    .ifPresent(adopted ->
                            shell.err().println("It ends before %s, which was adopted and stays.".formatted(adopted)));
            if (sql) {
                return ExitStatus.DONE;
            }
            if (plan.steps().isEmpty()) {
                shell.out().println("Nothing to do: there is no change set to undo.");
                return ExitStatus.DONE;
            }
            shell.requireConsent(yes, question(plan));
            rollback.undo(asked, plan, limits, new Progress(shell));
            shell.out().println("Change sets undone: %d.".formatted(plan.steps().size()));
            return ExitStatus.DONE;
        }
    }

    /** The SQL is the result where nothing else is asked for; else it is shown beforehand. */
    private void print(Rollback.Plan plan) {
        var to = sql ? shell.out() : shell.err();
        for (var step : plan.steps()) {
            to.println("-- undo " + step.name());
            step.losses().forEach(loss -> to.println("-- loses " + loss));
            to.println(step.inTransaction() ? "begin;" : "-- outside of a transaction");
            step.statements().forEach(statement -> to.println(statement + ";"));
            to.println(Rollback.forget(step.name()) + ";");
            to.println(step.inTransaction() ? "commit;\n" : "");
        }
        to.flush();
    }

    private static String question(Rollback.Plan plan) {
        var losses =
                plan.steps().stream().flatMap(step -> step.losses().stream()).toList();
        var uncountable = plan.steps().stream()
                .flatMap(step -> step.uncountable().stream())
                .toList();
        return "Undo %d change %s%s%s?"
                .formatted(
                        plan.steps().size(),
                        plan.steps().size() == 1 ? "set" : "sets",
                        losses.isEmpty()
                                ? uncountable.isEmpty() ? ", which loses no data" : ""
                                : " and lose the data of " + losses.size()
                                        + (losses.size() == 1 ? " table or column" : " tables and columns"),
                        uncountable.isEmpty()
                                ? ""
                                : " and lose what goes along with \"" + String.join("\", \"", uncountable) + "\"");
    }

    private record Progress(Shell shell) implements MigrationListener {

        @Override
        public void waiting() {
            shell.tellWaiting();
        }

        @Override
        public void undone(ChangeSetName changeSet, Duration took) {
            shell.err().println("undone   %s (%d ms)".formatted(changeSet, took.toMillis()));
        }
    }
}
