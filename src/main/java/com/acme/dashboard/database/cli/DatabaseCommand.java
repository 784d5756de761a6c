package com.acme.dashboard.database.cli;

import com.acme.dashboard.common.StartFailure;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.StudioStarter;
import com.acme.dashboard.database.UnknownEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The database commands: {@code ./db COMMAND[:ENV]} in a checkout, {@code java -jar dashboard.jar db:COMMAND[:ENV]} elsewhere. */
@Command(
        name = "db",
        customSynopsis = {
            "./db COMMAND[:ENV] [options]",
            "java -jar dashboard.jar db:COMMAND[:ENV] [options]",
        },
        description = {
            "",
            "ENV is dev, test or prod; without it what SPRING_PROFILES_ACTIVE says,",
            "else dev in a checkout and prod from the jar.",
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 done, 1 failed or found something, 2 wrong use, 3 refused for this environment or database."
        })
public final class DatabaseCommand {

    private static final String JAR_PREFIX = "db:";

    @Option(names = "--verbose", description = "Show the stack trace of an error.", scope = ScopeType.INHERIT)
    private boolean verbose;

    private DatabaseCommand() {}

    /** Runs the command and ends the process. */
    static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the command that the arguments name, and returns its exit status. */
    public static int run(String... args) {
        if (isStudio(args) || List.of(args).contains("--verbose")) {
            // A server that somebody works with tells what fails, and whoever asks hears it, too; results stay alone on
            // standard output.
            System.setProperty(StudioStarter.LOG_CONFIGURATION, "command-logback.xml");
        } else {
            // What happens is told by the commands themselves; starting a logging system would take longer than most of
            // them.
            System.setProperty("slf4j.internal.verbosity", "WARN");
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        }
        return run(Shell.ofProcess(), args);
    }

    static int run(Shell shell, String... args) {
        var words = new ArrayList<>(List.of(args));
        try {
            var database = new TargetDatabase(splitEnvironment(words), shell);
            Refusals.check(words, database);
            var status = commandLine(database, shell).execute(words.toArray(String[]::new));
            if (status == ExitStatus.DONE && shell.out().checkError()) {
                shell.err().println("It was done, but what it says could not be written whole: is the disk full?");
                return ExitStatus.FAILED;
            }
            return status;
        } catch (StartFailure | CommandFailure failure) {
            return report(failure, shell, words.contains("--verbose"));
        }
    }

    private static boolean isStudio(String... args) {
        return List.of(args).stream()
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .filter(word -> word.matches("(db:)?studio(:.*)?"))
                .isPresent();
    }

    /** Takes the environment off the command's name, also where help is asked for it, and says which it is; null for none. */
    private static @Nullable Environment splitEnvironment(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.startsWith("-")) {
                continue;
            }
            var command = word.startsWith(JAR_PREFIX) ? word.substring(JAR_PREFIX.length()) : word;
            var colon = command.indexOf(':');
            words.set(i, colon < 0 ? command : command.substring(0, colon));
            if (colon >= 0) {
                return named(command.substring(colon + 1));
            }
            if (!command.equals("help")) {
                return null;
            }
        }
        return null;
    }

    static Environment named(String id) {
        for (var environment : Environment.values()) {
            if (environment.id().equals(id)) {
                return environment;
            }
        }
        throw CommandFailure.wrongUse("Unknown environment \"%s\": it is one of dev, test and prod.".formatted(id));
    }

    private static CommandLine commandLine(TargetDatabase database, Shell shell) {
        var command = new DatabaseCommand();
        var help = new CommandLine(new HelpCommand());
        help.getCommandSpec().usageMessage().footer("", "Example: ./db help migrate");
        var line = new CommandLine(command)
                .addSubcommand(new MigrateCommand(database, shell))
                .addSubcommand(new StatusCommand(database, shell))
                .addSubcommand(new CheckCommand(database, shell))
                .addSubcommand(new RollbackCommand(database, shell))
                .addSubcommand(new ResetCommand(database, shell))
                .addSubcommand(new SeedCommand(database, shell))
                .addSubcommand(new GenerateCommand(database, shell))
                .addSubcommand(new PushCommand(database, shell))
                .addSubcommand(new RolesCommand(database, shell))
                .addSubcommand(new StudioCommand(database, shell))
                .addSubcommand(new CreateAdminCommand(database, shell))
                .addSubcommand(new CreateUserCommand(database, shell))
                .addSubcommand(new SetPasswordCommand(database, shell))
                .addSubcommand(new MarkCommand(database, shell))
                .addSubcommand(new CompletionCommand(shell))
                .addSubcommand(help);
        addCommonOptions(line);
        line.setOut(shell.out());
        line.setErr(shell.err());
        line.setExecutionExceptionHandler((failure, failed, parsed) -> report(failure, shell, command.verbose));
        line.setParameterExceptionHandler((failure, args) -> {
            var wrong = failure.getCommandLine();
            var refusal = Refusals.ofDatabase(wrong.getCommandName(), database);
            if (refusal.isPresent()) {
                return report(refusal.get(), shell, command.verbose);
            }
            var known = wrong.getParent() == null ? "./db help" : "./db help " + wrong.getCommandName();
            shell.err().println(PasswordMask.mask(reason(failure)) + "\nSee " + known + ".");
            return ExitStatus.WRONG_USE;
        });
        return line;
    }

    /** What every command knows; the help command has a help option of its own. */
    private static void addCommonOptions(CommandLine line) {
        Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !(spec.userObject() instanceof HelpCommand))
                .forEach(spec -> {
                    spec.addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help.")
                            .build());
                    // A script gives it to whatever it runs, also where nothing is asked or a flag of its own is
                    // needed; before the command's name it would reach no command.
                    if (spec.parent() != null && spec.findOption("--yes") == null) {
                        spec.addOption(OptionSpec.builder("--yes").hidden(true).build());
                    }
                });
    }

    /** What is wrong with the words; picocli speaks of unmatched arguments and counts them from 0. */
    private static String reason(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return firstLine(failure);
        }
        var word = unmatched.getUnmatched().getFirst();
        if (failure.getCommandLine().getParent() != null) {
            return "\"%s\" is more than %s takes."
                    .formatted(word, failure.getCommandLine().getCommandName());
        }
        return "Unknown command \"%s\".".formatted(word)
                + unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(" Did you mean %s?"::formatted)
                        .orElse("");
    }

    private static int report(Exception failure, Shell shell, boolean verbose) {
        shell.err().println(PasswordMask.mask(told(failure, verbose)));
        return switch (failure) {
            case CommandFailure known -> known.exitStatus();
            case MigrationRefused refused -> ExitStatus.REFUSED;
            case UnknownEnvironment unknown -> ExitStatus.WRONG_USE;
            default -> ExitStatus.FAILED;
        };
    }

    private static String told(Exception failure, boolean verbose) {
        if (verbose) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString().stripTrailing();
        }
        return switch (failure) {
            case StartFailure known -> String.valueOf(known.getMessage());
            case CommandFailure known -> String.valueOf(known.getMessage());
            case DataAccessException refused -> FailureMessage.of(refused);
            default -> firstLine(failure) + "\nAdd --verbose for more.";
        };
    }

    private static String firstLine(Exception failure) {
        var message = Objects.requireNonNullElseGet(failure.getMessage(), failure::toString);
        return message.lines().findFirst().orElse("");
    }
}
