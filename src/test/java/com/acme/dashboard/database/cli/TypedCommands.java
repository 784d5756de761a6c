package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.OwnDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Commands as somebody types them for one database; of what they write, the last one's is kept. */
final class TypedCommands {

    private final Map<String, String> variables;
    private final TypedAnswers answers = new TypedAnswers();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    TypedCommands(OwnDatabase database) {
        variables = new HashMap<>(Map.of("POSTGRES_URL", database.url(), "DATABASE_URL_TEST", database.url()));
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
