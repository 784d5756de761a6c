package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.migration.Check;
import com.acme.dashboard.database.migration.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        customSynopsis = "./db check[:ENV] [--json]",
        description = {
            "Looks for everything that is not as it should be, and ends with 1 if it finds something.",
            "It only reads the database. To find drift it builds the schema anew in a",
            "scratch database, which is dropped again: on POSTGRES_SCRATCH_URL, else on the",
            "embedded server of a checkout where that is of the same major version, else on",
            "the database's own server.",
            "",
            "Kinds of findings:",
            "  changelog     it cannot be read, or does not build a new database",
            "  unmarked      the database carries no environment",
            "  edited        a change set that ran has another text now",
            "  removed       a change set that ran is not in the changelog any more",
            "  collision     two change sets have one id, or two files one number",
            "  out-of-order  a pending change set stands before one that ran",
            "  pending       a change set has not run",
            "  unsafe        a pending change set would lock, lose or break something",
            "  drift         the schema is not what the change sets that ran have built",
            "  model         the mapped classes want another schema: generate is due",
            "",
            "--json prints one object with environment, host, database, and findings: an",
            "array of objects with the texts kind, object, expected, found, fix (SQL, or",
            "null where SQL is not the way) and explanation.",
            "",
        },
        footer = {"", "Example: ./db check:prod --json"})
final class CheckCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    CheckCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var server = database.open()) {
            shell.err().println(TargetDatabase.describe(server));
            var findings = new Check(server, database.settings(), shell.directory()).run();
            if (json) {
                shell.printJson(report(server, findings));
            } else {
                findings.forEach(this::print);
                shell.out()
                        .println(
                                findings.isEmpty()
                                        ? "Nothing was found: all is as it should be."
                                        : "Findings: " + findings.size());
            }
            return findings.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
        }
    }

    private void print(Finding finding) {
        var out = shell.out();
        out.println("%s: %s".formatted(finding.kind().id(), finding.object()));
        out.println("  expected  " + indent(finding.expected()));
        out.println("  found     " + indent(finding.found()));
        if (!finding.fix().isEmpty()) {
            out.println("  fix       " + indent(sql(finding)));
        }
        out.println("  " + indent(finding.explanation()));
    }

    private static String indent(String text) {
        return text.strip().replace("\n", "\n            ");
    }

    private static String sql(Finding finding) {
        return String.join(";\n", finding.fix()) + ";";
    }

    private static Report report(DatabaseServer server, List<Finding> findings) {
        var url = server.migrationUrl();
        return new Report(
                server.environment().id(),
                url.address(),
                url.database(),
                findings.stream().map(Item::of).toList());
    }

    private record Report(String environment, String host, String database, List<Item> findings) {}

    private record Item(
            String kind,
            String object,
            String expected,
            String found,
            @Nullable String fix,
            String explanation) {

        static Item of(Finding finding) {
            return new Item(
                    finding.kind().id(),
                    finding.object(),
                    finding.expected(),
                    finding.found(),
                    finding.fix().isEmpty() ? null : sql(finding),
                    finding.explanation());
        }
    }
}
