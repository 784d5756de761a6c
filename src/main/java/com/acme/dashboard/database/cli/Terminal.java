package com.acme.dashboard.database.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where a command asks: a person at a terminal, or whatever standard input is. */
interface Terminal {

    /** Whether there is a person to be asked. */
    boolean isInteractive();

    /** Shows the question and reads a line; only where there is a person. */
    String ask(String question);

    /** Reads a line without showing it, or one line of standard input where there is nobody; empty at its end. */
    Optional<String> readSecret(String prompt);

    /** The terminal or the standard input of this process. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives none again where standard input or output is no terminal.
    static Terminal ofProcess() {
        var console = System.console();
        return console != null && console.isTerminal()
                ? new Person(console)
                : new StandardInput(Terminal::isStandardInput);
    }

    /** Whether somebody types what this process reads; the JDK tells that only where output is a terminal, too. */
    private static boolean isStandardInput() {
        try {
            return new ProcessBuilder("test", "-t", "0")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // Windows has no such program.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Somebody who sees questions and types. */
    record Person(Console console) implements Terminal {

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public String ask(String question) {
            var answer = console.readLine("%s", question);
            return answer == null ? "" : answer.strip();
        }

        @Override
        public Optional<String> readSecret(String prompt) {
            return Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
        }
    }

    /**
     * A file, a pipe or nothing.
     *
     * @param typed whether it is a terminal after all, of whose output something else is made
     * @param input what is read
     * @param locale how the system's locale writes letters as bytes
     */
    record StandardInput(BooleanSupplier typed, InputStream input, Charset locale) implements Terminal {

        StandardInput(BooleanSupplier typed) {
            this(typed, System.in, Charset.forName(System.getProperty("stdin.encoding", "UTF-8")));
        }

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public String ask(String question) {
            throw new IllegalStateException("Nobody to ask: " + question);
        }

        @Override
        public Optional<String> readSecret(String prompt) {
            if (typed.getAsBoolean()) {
                throw CommandFailure.refused(
                        "What is typed here would be shown, because the output goes elsewhere; nothing was changed.\n"
                                + "Let the output go to the terminal, or give the password as a line of standard input.");
            }
            try {
                return readLine();
            } catch (CharacterCodingException e) {
                throw CommandFailure.failed("The line of standard input is not written in %s; nothing was changed."
                        .formatted(TextEncoding.of(locale)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A byte that is no letter is refused: with another letter in its place it would be another password. */
        private Optional<String> readLine() throws IOException {
            var line = new ByteArrayOutputStream();
            int read = input.read();
            if (read < 0) {
                return Optional.empty();
            }
            for (; read >= 0 && read != '\n'; read = input.read()) {
                line.write(read);
            }
            var text = TextEncoding.of(locale).newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
            return Optional.of(text.toString().replaceFirst("\r$", ""));
        }
    }
}
