package com.acme.dashboard.database.sql;

import com.acme.dashboard.database.schema.Identifiers;
import java.util.List;
import java.util.Set;

/** What becomes of a column's values where its type is changed. */
final class NewValue {

    private static final Set<String> BEHIND_TYPE = Set.of("using", "collate");

    private NewValue() {}

    /**
     * As an expression, read from what follows {@code alter column … type}; {@code null}, of which no value survives, where
     * the tokens do not tell how it was written.
     *
     * @param column what the statement calls the column
     * @param former what it is called before all of the statements, as in the expression
     */
    static String of(String column, String former, SqlCursor cursor) {
        var tokens = cursor.rest();
        while (!cursor.atEnd() && !cursor.seesAny(BEHIND_TYPE)) {
            cursor.skip();
        }
        var type = tokens.subList(0, tokens.size() - cursor.rest().size());
        if (cursor.accept("collate")) {
            cursor.name();
        }
        var value = cursor.accept("using") ? cursor.rest() : List.<SqlToken>of();
        if (tokens.stream().anyMatch(token -> token.isString() && !isWhole(token))) {
            return "null";
        }
        return "(%s)::%s"
                .formatted(
                        value.isEmpty() ? Identifiers.quote(former) : text(value, column, former),
                        text(type, column, column));
    }

    private static String text(List<SqlToken> tokens, String column, String former) {
        var text = new StringBuilder();
        int end = tokens.isEmpty() ? 0 : tokens.getFirst().start();
        for (var token : tokens) {
            text.append(token.start() > end ? " " : "").append(text(token, column, former));
            end = token.end();
        }
        return text.toString();
    }

    private static String text(SqlToken token, String column, String former) {
        if (token.isName() && token.text().equals(column) && !former.equals(column)) {
            return Identifiers.quote(former);
        }
        return switch (token.kind()) {
            case QUOTED_NAME -> Identifiers.quote(token.text());
            case STRING -> "'" + token.text() + "'";
            default -> token.text();
        };
    }

    /** Whether nothing was in the string's text or before it that its token does not tell, such as an escape. */
    private static boolean isWhole(SqlToken string) {
        return string.kind() == SqlToken.Kind.STRING
                && string.end() - string.start() == string.text().length() + 2;
    }
}
