package com.acme.dashboard.database.sql;

import java.util.List;
import java.util.Set;

/** What becomes of a column's values where its type is changed. */
final class NewValue {

    private static final Set<String> BEHIND_TYPE = Set.of("using", "collate");

    private NewValue() {}

    /**
     * As an expression, read from what follows {@code alter column … type}; {@code null}, of which no value survives, where
     * the tokens do not tell how it was written.
     */
    static String of(String column, SqlCursor cursor) {
        int type = cursor.rest().size();
        var tokens = cursor.rest();
        while (!cursor.atEnd() && !cursor.seesAny(BEHIND_TYPE)) {
            cursor.skip();
        }
        type -= cursor.rest().size();
        if (cursor.accept("collate")) {
            cursor.name();
        }
        var value = cursor.accept("using") ? cursor.rest() : List.<SqlToken>of();
        if (tokens.stream().anyMatch(SqlToken::isString)) {
            return "null";
        }
        return "(%s)::%s".formatted(value.isEmpty() ? quoted(column) : text(value), text(tokens.subList(0, type)));
    }

    private static String text(List<SqlToken> tokens) {
        var text = new StringBuilder();
        int end = tokens.isEmpty() ? 0 : tokens.getFirst().start();
        for (var token : tokens) {
            text.append(token.start() > end ? " " : "")
                    .append(token.kind() == SqlToken.Kind.QUOTED_NAME ? quoted(token.text()) : token.text());
            end = token.end();
        }
        return text.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
