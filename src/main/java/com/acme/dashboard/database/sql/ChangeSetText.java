package com.acme.dashboard.database.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A change set of a formatted SQL file, as Liquibase cuts it: from a line {@code --changeset} to the next one.
 *
 * @param line of its first line
 * @param header the rest of that first line; empty for SQL without any
 * @param sql everything below it
 */
public record ChangeSetText(int line, String header, String sql) {

    private static final Pattern HEADER =
            Pattern.compile("^[ \\t]*--[ \\t]*changeset[ \\t]+(.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern NO_TRANSACTION =
            Pattern.compile("\\brunInTransaction\\s*:\\s*\"?false", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_SPLIT =
            Pattern.compile("\\bsplitStatements\\s*:\\s*\"?false", Pattern.CASE_INSENSITIVE);

    private static final Set<String> REPEATABLE = Set.of("reindex", "vacuum", "analyze", "set", "select");

    /** A comment with the way back: after two dashes or at the beginning of a block. */
    private static final Pattern ROLLBACK =
            Pattern.compile("^\\s*(liquibase\\s+)?rollback\\b\\s*\\S", Pattern.CASE_INSENSITIVE);

    /** The change sets of a file in their order; the whole text where it has none. */
    public static List<ChangeSetText> read(String text) {
        var headers = HEADER.matcher(text).results().toList();
        if (headers.isEmpty()) {
            return List.of(new ChangeSetText(1, "", text));
        }
        var changeSets = new ArrayList<ChangeSetText>();
        for (int i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            int end = i + 1 < headers.size() ? headers.get(i + 1).start() : text.length();
            int line = 1
                    + (int) text.substring(0, header.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            changeSets.add(new ChangeSetText(line, header.group(1).strip(), text.substring(header.end(), end)));
        }
        return changeSets;
    }

    /** Whether it has a header; plain SQL has none. */
    public boolean isFormatted() {
        return !header.isEmpty();
    }

    /** Whether it is one transaction. */
    public boolean isInTransaction() {
        return !NO_TRANSACTION.matcher(header).find();
    }

    /** Whether it is the change set of that author and id. */
    public boolean isNamed(String author, String id) {
        var named = author + ":" + id;
        var unquoted = header.replace("\"", "");
        return unquoted.startsWith(named)
                && (unquoted.length() == named.length() || Character.isWhitespace(unquoted.charAt(named.length())));
    }

    /** Whether it may run again after it was interrupted half-way: as a transaction, or statement by statement. */
    public boolean isRepeatable() {
        if (isInTransaction()) {
            return true;
        }
        var dropped = new HashSet<String>();
        return statements().stream().allMatch(statement -> isRepeatable(statement.cursor(), dropped));
    }

    private static boolean isRepeatable(SqlCursor statement, Set<String> dropped) {
        if (statement.accept("drop", "index")) {
            statement.accept("concurrently");
            boolean mayBeGone = statement.accept("if", "exists");
            dropped.add(statement.name());
            return mayBeGone;
        }
        if (statement.accept("create", "index") || statement.accept("create", "unique", "index")) {
            statement.accept("concurrently");
            return dropped.contains(statement.name());
        }
        return statement.seesAny(REPEATABLE);
    }

    /** Whether its statements are sent one by one; together they are one transaction for PostgreSQL. */
    public boolean isSplit() {
        return !NOT_SPLIT.matcher(header).find();
    }

    /** Whether it says how it is undone, or that nothing is to be done for that. */
    public boolean hasRollback() {
        return tokens().stream()
                .filter(token -> token.kind() == SqlToken.Kind.COMMENT)
                .anyMatch(token -> ROLLBACK.matcher(token.text()).find());
    }

    /** All tokens, comments included, with their lines in the file. */
    public List<SqlToken> tokens() {
        return SqlLexer.read(sql, line);
    }

    /** Its statements, with their lines in the file; the way back is a comment and no statement. */
    public List<SqlStatement> statements() {
        return SqlStatement.split(sql, line);
    }
}
