package com.acme.dashboard.database.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

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
        return console != null && console.isTerminal() ? new Person(console) : new StandardInput();
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

    /** A file, a pipe or nothing. */
    record StandardInput() implements Terminal {

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
            try {
                var charset = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
                return Optional.ofNullable(new BufferedReader(new InputStreamReader(System.in, charset)).readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
