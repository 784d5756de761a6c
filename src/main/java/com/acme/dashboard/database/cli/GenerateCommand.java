package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.migration.Generation;
import com.acme.dashboard.database.migration.GenerationFailed;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "generate",
        customSynopsis = "./db generate NAME [--rename OLD:NEW]... [--allow-drops]",
        description = {
            "Writes what the mapped Java classes have and the changelog does not build as one new file, for review.",
            "It lies in db-changelog/changes, has forward and rollback SQL, and is run on a scratch database first;",
            "no environment's database is contacted. Needs a checkout.",
            "",
        },
        footer = {
            "",
            "Example: ./db generate due-date",
            "         ./db generate full-name --rename customers.name:full_name"
        })
final class GenerateCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([-_][A-Za-z0-9]+)*");
    private static final int LONGEST_NAME = 60;

    private final TargetDatabase database;
    private final Shell shell;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "What the file is called after its number: letters, digits, hyphens (an underscore becomes one).")
    private String name = "";

    @Mixin
    private final DropDecisions decisions = new DropDecisions();

    GenerateCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw CommandFailure.wrongUse(
                    "\"%s\" is no name for a change: it takes up to %d letters, digits, hyphens and underscores, such as due-date."
                            .formatted(shortened(PasswordMask.mask(name)), LONGEST_NAME));
        }
        if (!Generation.isPossibleIn(shell.directory())) {
            throw CommandFailure.wrongUse(
                    "There is no checkout here: generate writes to db-changelog/ and runs where that and pom.xml are.");
        }
        try (var server =
                ScratchServer.any(database.settings(), shell.directory()).closedOnExit()) {
            var generation = new Generation(server, shell.directory());
            var written = decisions.apply(shell, decided -> generation.write(fileName(), decided));
            if (written.isEmpty()) {
                shell.out().println("No changes: the changelog builds what the mapped classes describe.");
                return ExitStatus.DONE;
            }
            shell.out().println("Written: " + written.get().file());
            written.get()
                    .brokenData()
                    .forEach(why -> shell.err()
                            .println("The rows of a new database have to change with it, because now " + why));
            if (written.get().needsBackfill()) {
                shell.err().println("Fill in the line below BACKFILL before you migrate.");
            }
            return ExitStatus.DONE;
        } catch (GenerationFailed failed) {
            throw CommandFailure.failed(failed);
        }
    }

    private String fileName() {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }
}
