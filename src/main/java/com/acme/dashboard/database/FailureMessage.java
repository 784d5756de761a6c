package com.acme.dashboard.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a failure says at its root, in one or two lines for people. */
public final class FailureMessage {

    /** not_null_violation and check_violation: their detail is the whole row, passwords' hashes and all. */
    private static final Set<String> TELLING_ROWS = Set.of("23502", "23514");

    private FailureMessage() {}

    /** The innermost cause. */
    public static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** A message and one more sentence, in no more than two lines. */
    public static String with(String message, String sentence) {
        return sentence.isEmpty() ? message : message + (message.contains("\n") ? " " : "\n") + inOneLine(sentence);
    }

    /** PostgreSQL's message in one or two lines: what is wrong, then its detail and hint. */
    public static String of(Throwable failure) {
        var root = root(failure);
        if (root instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            var told = postgres.getServerErrorMessage();
            var more = new StringBuilder();
            for (var part : new @Nullable String[] {detail(told), told.getHint()}) {
                if (part != null) {
                    more.append(more.isEmpty() ? "" : " ").append(inOneLine(part));
                }
            }
            return with(told.getSeverity() + ": " + inOneLine(String.valueOf(told.getMessage())), more.toString());
        }
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce((_, inner) -> inner)
                .map(String::strip)
                .orElseGet(root::toString);
    }

    /** Why a file cannot be written or read, in a few words for people. */
    public static String ofFile(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileAlreadyExistsException exists -> exists.getFile() + " is there already";
            case FileSystemException failed
            when failed.getReason() != null -> failed.getFile() + ": " + failed.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String inOneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static @Nullable String detail(ServerErrorMessage told) {
        return TELLING_ROWS.contains(String.valueOf(told.getSQLState())) ? null : told.getDetail();
    }
}
