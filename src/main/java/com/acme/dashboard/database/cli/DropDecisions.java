package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.generate.Decisions;
import com.acme.dashboard.database.generate.Gone;
import com.acme.dashboard.database.generate.InvalidRename;
import com.acme.dashboard.database.generate.UndecidedDrops;
import com.acme.dashboard.database.model.InvalidMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What becomes of tables and columns that are gone from the code: by flags, or asked for at the terminal. */
final class DropDecisions {

    @Option(
            names = "--rename",
            paramLabel = "OLD:NEW",
            description =
                    "A table, or TABLE.OLD:NEW for a column, that has another name in the code now; once for each.")
    private List<String> renames = new ArrayList<>();

    @Option(names = "--allow-drops", description = "Drop what is gone from the code, with the data that it holds.")
    private boolean allowDrops;

    /**
     * Does what depends on the decisions; where something is still to be decided, asks and does it again.
     *
     * @throws CommandFailure if there is nobody to ask, or a decision or a mapped class means nothing
     */
    <T> T apply(Shell shell, Function<Decisions, T> work) {
        var decisions = new Decisions(renames, allowDrops);
        while (true) {
            try {
                return work.apply(decisions);
            } catch (UndecidedDrops undecided) {
                if (!shell.terminal().isInteractive()) {
                    throw CommandFailure.refused(String.valueOf(undecided.getMessage()));
                }
                decisions = ask(shell, undecided.gone(), decisions);
            } catch (InvalidRename wrong) {
                throw CommandFailure.wrongUse(String.valueOf(wrong.getMessage()));
            } catch (InvalidMapping invalid) {
                throw CommandFailure.failed(invalid);
            }
        }
    }

    private static Decisions ask(Shell shell, List<Gone> all, Decisions decisions) {
        var decided = decisions;
        var drops = false;
        for (var gone : all) {
            var candidates = gone.candidates().isEmpty() ? "" : " (" + String.join(", ", gone.candidates()) + ")";
            var answer = shell.terminal()
                    .ask(
                            "%s is gone from the code. Type its new name%s if it was renamed (--rename), drop to lose its data (--allow-drops), nothing to stop: "
                                    .formatted(gone.described(), candidates));
            if (gone.candidates().contains(answer)) {
                decided = decided.with(gone.renamedTo(answer));
            } else if (answer.equals("drop")) {
                drops = true;
            } else {
                throw CommandFailure.failed("Nothing was changed.");
            }
        }
        return drops ? new Decisions(decided.renames(), true) : decided;
    }
}
