package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.Checkout;
import java.io.FileDescriptor;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command finds around it.
 *
 * @param variables the real environment
 * @param directory the working directory
 * @param out for results
 * @param err for progress and errors
 */
record Shell(Map<String, String> variables, Path directory, Terminal terminal, PrintWriter out, PrintWriter err) {

    private static final Set<String> CONSENT = Set.of("y", "yes");

    static Shell ofProcess() {
        return new Shell(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Terminal.ofProcess(),
                writer(FileDescriptor.out, System.out.charset()),
                writer(FileDescriptor.err, System.err.charset()));
    }

    private static PrintWriter writer(FileDescriptor stream, Charset locale) {
        var writer = new OutputStreamWriter(new StandardStream(stream), TextEncoding.of(locale));
        return Checkout.of(Shell.class).isPresent() ? new PrintWriter(writer, true) : new JarWriter(writer);
    }

    /**
     * Gets consent: by the flag, or from the person at the terminal.
     *
     * @param yes whether the flag was given
     * @throws CommandFailure if it is not given, or there is nobody to ask
     */
    void requireConsent(boolean yes, String question) {
        if (yes) {
            return;
        }
        if (!terminal.isInteractive()) {
            throw CommandFailure.refused(question + "\nThere is no terminal to ask at: add --yes if so.");
        }
        if (!CONSENT.contains(terminal.ask(question + " [y/N] ").strip().toLowerCase(Locale.ROOT))) {
            throw CommandFailure.failed("Nothing was changed.");
        }
    }

    /** Prints a result for machines. */
    void printJson(Object result) {
        out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(result));
    }

    /** Says that another process migrates the command's database. */
    void tellWaiting() {
        err.println("Another process migrates this database; waiting for it.");
    }

    /** A new password, asked for twice where a person types it. */
    String readNewPassword() {
        var password = terminal.readSecret("New password: ")
                .orElseThrow(() -> CommandFailure.failed("No password: give one as a line of standard input."));
        if (terminal.isInteractive()
                && !terminal.readSecret("Once more: ").orElse("").equals(password)) {
            throw CommandFailure.failed("The two passwords differ; nothing was changed.");
        }
        return password;
    }
}
