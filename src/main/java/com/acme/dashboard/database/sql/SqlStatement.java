package com.acme.dashboard.database.sql;

import com.acme.dashboard.common.Characters;
import com.acme.dashboard.database.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a change set.
 *
 * @param tokens without comments
 * @param commentsAbove the comments on lines of their own between the statement before and this one
 * @param text in one line, shortened
 * @param nested whether it stands in a {@code DO} block
 */
public record SqlStatement(List<SqlToken> tokens, List<SqlToken> commentsAbove, String text, boolean nested) {

    private static final int TEXT_LENGTH = 120;

    /** The line of the file in which it begins, from 1. */
    public int line() {
        return tokens.getFirst().line();
    }

    /** Reads it from its beginning. */
    public SqlCursor cursor() {
        return new SqlCursor(tokens);
    }

    /** Cuts at the semicolons outside of parentheses, and follows {@code DO} blocks and the strings that they execute, which run like the rest. */
    public static List<SqlStatement> split(String sql, int firstLine) {
        return split(sql, firstLine, List.of(), false);
    }

    /** The statements as they stand there, each without its semicolon; the comments inside them are kept. */
    public static List<String> texts(String sql) {
        return split(sql, 1).stream()
                .filter(statement -> !statement.nested)
                .map(statement -> sql.substring(
                        statement.tokens.getFirst().start(),
                        statement.tokens.getLast().end()))
                .toList();
    }

    private static List<SqlStatement> split(String sql, int firstLine, List<SqlToken> commentsOutside, boolean nested) {
        var statements = new ArrayList<SqlStatement>();
        var tokens = new ArrayList<SqlToken>();
        var comments = new ArrayList<>(commentsOutside);
        int lastLine = 0;
        int blocks = 0;
        int depth = 0;
        for (var token : SqlLexer.read(sql, firstLine)) {
            if (token.kind() == Kind.COMMENT) {
                if (tokens.isEmpty() && token.line() > lastLine) {
                    comments.add(token);
                }
                continue;
            }
            blocks += blockOf(token, tokens, blocks);
            depth = Math.max(0, depth + SqlCursor.depthOf(token));
            if (token.is(';') && blocks == 0 && depth == 0) {
                add(statements, sql, tokens, comments, nested);
                tokens.clear();
                comments = new ArrayList<>(commentsOutside);
                lastLine = token.line();
            } else {
                tokens.add(token);
            }
        }
        add(statements, sql, tokens, comments, nested);
        return statements;
    }

    /** The semicolons of a function's body {@code begin atomic … end} end no statement. */
    private static int blockOf(SqlToken token, List<SqlToken> before, int blocks) {
        if (token.is("atomic") && !before.isEmpty() && before.getLast().is("begin")) {
            return 1;
        }
        if (blocks > 0) {
            return token.is("case") ? 1 : token.is("end") ? -1 : 0;
        }
        return 0;
    }

    private static void add(
            List<SqlStatement> statements,
            String sql,
            List<SqlToken> collected,
            List<SqlToken> comments,
            boolean nested) {
        var tokens = nested ? withoutControl(collected) : List.copyOf(collected);
        if (tokens.isEmpty()) {
            return;
        }
        var text =
                sql.substring(tokens.getFirst().start(), tokens.getLast().end()).replaceAll("\\s+", " ");
        var statement = new SqlStatement(
                tokens,
                List.copyOf(comments),
                Characters.count(text) <= TEXT_LENGTH ? text : Characters.first(text, TEXT_LENGTH - 1) + "…",
                nested);
        statements.add(statement);
        if (tokens.getFirst().is("do")) {
            tokens.stream()
                    .filter(SqlToken::isString)
                    .forEach(body -> statements.addAll(split(body.text(), body.line(), comments, true)));
        } else if (nested && tokens.getFirst().is("execute")) {
            tokens.stream()
                    .filter(SqlToken::isString)
                    .findFirst()
                    .ifPresent(body -> statements.addAll(split(body.text(), body.line(), comments, true)));
        }
    }

    /** Without the words of PL/pgSQL in front, such as {@code if … then}. */
    private static List<SqlToken> withoutControl(List<SqlToken> tokens) {
        int from = 0;
        while (from < tokens.size()) {
            var token = tokens.get(from);
            if (token.is("begin") || token.is("else") || token.is("loop") || token.is("exception")) {
                from++;
            } else if (token.is("if") || token.is("elsif") || token.is("when")) {
                from = behind("then", tokens, from);
            } else if (token.is("for") || token.is("foreach") || token.is("while")) {
                from = behind("loop", tokens, from);
            } else {
                break;
            }
        }
        return List.copyOf(tokens.subList(from, tokens.size()));
    }

    private static int behind(String word, List<SqlToken> tokens, int from) {
        int at = from;
        while (at < tokens.size() && !tokens.get(at).is(word)) {
            at++;
        }
        return Math.min(at + 1, tokens.size());
    }
}
