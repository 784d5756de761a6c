package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.migration.AppliedChangeSet;
import com.acme.dashboard.database.migration.ChangeSetName;
import com.acme.dashboard.database.migration.EnvironmentGuard.Standing;
import com.acme.dashboard.database.migration.Migrations;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        customSynopsis = "./db status[:ENV] [--json]",
        description = {
            "Says which change sets are applied, when and by which version, and which are pending.",
            "--json prints one object with environment, host, database, carries (an environment, or null),",
            "applied and pending: arrays of objects with file, author and id, and in applied at, run and adopted.",
            "",
        },
        footer = {"", "Example: ./db status:prod"})
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final TargetDatabase database;
    private final Shell shell;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    StatusCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var server = database.open()) {
            var state = new Migrations(server).state();
            if (json) {
                shell.printJson(report(server, state));
            } else {
                print(server, state);
            }
            return ExitStatus.DONE;
        }
    }

    private void print(DatabaseServer server, Migrations.State state) {
        var out = shell.out();
        var applied = state.applied();
        out.println(TargetDatabase.describe(server));
        out.println(
                switch (state.standing()) {
                    case OWN ->
                        "It carries the environment " + server.environment().id() + ".";
                    case EMPTY -> "It is empty and carries no environment yet.";
                    case UNMARKED -> "It is not empty and carries no environment.";
                });
        out.println("Applied: " + applied.size());
        var width = applied.stream()
                .mapToInt(changeSet -> changeSet.name().toString().length())
                .max();
        applied.forEach(changeSet -> out.println(line(changeSet, width.orElse(0))));
        out.println("Pending: " + state.pending().size());
        state.pending().forEach(changeSet -> out.println("  " + changeSet));
    }

    private static Report report(DatabaseServer server, Migrations.State state) {
        var url = server.migrationUrl();
        var environment = server.environment().id();
        return new Report(
                environment,
                url.address(),
                url.database(),
                state.standing() == Standing.OWN ? environment : null,
                state.applied().stream().map(Applied::of).toList(),
                state.pending());
    }

    private record Report(
            String environment,
            String host,
            String database,
            @Nullable String carries,
            List<Applied> applied,
            List<ChangeSetName> pending) {}

    /** The time in ISO 8601, UTC. */
    private record Applied(
            String file,
            String author,
            String id,
            String at,
            @Nullable String run,
            boolean adopted) {

        static Applied of(AppliedChangeSet changeSet) {
            return new Applied(
                    changeSet.name().file(),
                    changeSet.name().author(),
                    changeSet.name().id(),
                    changeSet.at().toString(),
                    changeSet.run(),
                    changeSet.adopted());
        }
    }

    private static String line(AppliedChangeSet changeSet, int width) {
        return "  %s%s  %s%s%s"
                .formatted(
                        changeSet.name(),
                        " ".repeat(width - changeSet.name().toString().length()),
                        TIME.format(changeSet.at()),
                        changeSet.run() == null ? "" : " by " + changeSet.run(),
                        changeSet.adopted() ? ", adopted" : "");
    }
}
