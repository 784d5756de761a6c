package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commands as somebody types them; of what they write, the last one's is kept. */
final class TypedCommands {

    private final Map<String, String> variables = new HashMap<>();
    private final TypedAnswers answers = new TypedAnswers();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Where no variable is set yet. */
    TypedCommands() {}

    /** For one database, beside which the scratch databases are made: else each check would start a server of its own. */
    TypedCommands(OwnDatabase database) {
        for (var name : List.of("POSTGRES_URL", "DATABASE_URL_TEST", "POSTGRES_SCRATCH_URL")) {
            variables.put(name, database.url());
        }
    }

    Map<String, String> variables() {
        return variables;
    }

    TypedAnswers answers() {
        return answers;
    }

    StringWriter out() {
        return out;
    }

    StringWriter err() {
        return err;
    }

    int run(Path directory, String... line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return DatabaseCommand.run(
                new Shell(variables, directory, answers, new PrintWriter(out, true), new PrintWriter(err, true)), line);
    }
}
