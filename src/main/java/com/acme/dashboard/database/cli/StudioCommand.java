package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.StudioStarter;
import com.acme.dashboard.database.migration.EnvironmentGuard;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "studio",
        customSynopsis = "./db studio[:ENV] [--port N]",
        description = {
            "Starts Studio for that environment's database, on this machine only, and prints its address.",
            "The address lets one browser in, once. The application and its tables need not be there.",
            "Ctrl-C ends it.",
            "",
        },
        footer = {"", "Example: ./db studio:prod --port 4983"})
final class StudioCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final TargetDatabase database;
    private final Shell shell;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on, 0 to 65535. Default: 0, any free one.")
    private int port;

    StudioCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw Refusals.wrongUse(
                    "studio", database, "--port is between 0 and %d, not %d.".formatted(HIGHEST_PORT, port));
        }
        try (var server = database.openForServer()) {
            new EnvironmentGuard(server).requireNoOther();
            shell.err().println(TargetDatabase.describe(server, server.url()));
            var studio = ServiceLoader.load(StudioStarter.class)
                    .findFirst()
                    .orElseThrow()
                    .start(server, database.settings(), System.getProperty("user.name"), port);
            shell.out().println("Studio is at " + studio.address());
            shell.err().println("The address lets one browser in, once. Ctrl-C ends it.");
            studio.awaitEnd();
            return ExitStatus.DONE;
        }
    }
}
