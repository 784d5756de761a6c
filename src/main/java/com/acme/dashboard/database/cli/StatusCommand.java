package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.AppliedChangeSet;
import com.acme.dashboard.database.Migrations;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        customSynopsis = "./db status[:ENV]",
        description = {"Says which change sets are applied, when and by which version, and which are pending.", ""},
        footer = {"", "Example: ./db status:prod"})
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final TargetDatabase database;
    private final Shell shell;

    StatusCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var server = database.open()) {
            var migrations = new Migrations(server);
            var out = shell.out();
            out.println(TargetDatabase.describe(server));
            out.println(
                    switch (migrations.standing()) {
                        case OWN ->
                            "It carries the environment "
                                    + database.environment().id() + ".";
                        case EMPTY -> "It is empty and carries no environment yet.";
                        case UNMARKED -> "It is not empty and carries no environment.";
                    });
            var applied = migrations.applied();
            out.println("Applied: " + applied.size());
            var width = applied.stream()
                    .mapToInt(changeSet -> changeSet.name().toString().length())
                    .max();
            applied.forEach(changeSet -> out.println(line(changeSet, width.orElse(0))));
            var pending = migrations.pending();
            out.println("Pending: " + pending.size());
            pending.forEach(changeSet -> out.println("  " + changeSet));
            return ExitStatus.DONE;
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
