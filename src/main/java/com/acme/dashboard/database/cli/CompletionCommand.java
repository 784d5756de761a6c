package com.acme.dashboard.database.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        customSynopsis = "./db completion",
        description = {
            "Prints a script with which bash and zsh complete commands, environments and options.",
            "",
        },
        footer = {"", "Example: source <(./db completion)"})
final class CompletionCommand implements Callable<Integer> {

    /** The shell takes the colon of COMMAND:ENV for a word of its own. */
    private static final String ENVIRONMENTS = """

            _complete_db_environment() {
              local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
              if [ "$current" = : ]; then
                COMPREPLY=(dev test prod)
              elif [ "$before" = : ]; then
                COMPREPLY=($(compgen -W "dev test prod" -- "$current"))
              else
                _complete_db
              fi
            }
            complete -F _complete_db_environment -o default db
            """;

    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.out().print(AutoComplete.bash("db", spec.root().commandLine()));
        shell.out().print(ENVIRONMENTS);
        shell.out().flush();
        return ExitStatus.DONE;
    }
}
