package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.sql.ChangeSetText;
import com.acme.dashboard.database.sql.SqlStatement;
import com.acme.dashboard.database.sql.SqlToken;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Runs the SQL of a change set one statement at a time, also where Liquibase sends it in one piece, and remembers what
 * ran: PostgreSQL tells a place in a statement, people look for a line of a file.
 */
final class StatementTrace {

    private static final Pattern LINE_OF_BLOCK = Pattern.compile("inline_code_block line (\\d+)");

    private final List<String> ran = new ArrayList<>();
    private @Nullable SQLException failure;

    void clear() {
        ran.clear();
        failure = null;
    }

    /** What the last statement failed with, if it did: what follows may be consequences only. */
    @Nullable
    SQLException failure() {
        return failure;
    }

    /** The same connection, whose statements are traced. */
    Connection of(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = method.invoke(connection, arguments);
            return method.getName().equals("createStatement") && result instanceof Statement statement
                    ? of(statement)
                    : result;
        });
    }

    private Statement of(Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            if (!method.getName().equals("execute") || arguments == null || arguments.length != 1) {
                return method.invoke(statement, arguments);
            }
            return execute(statement, (String) arguments[0]);
        });
    }

    private boolean execute(Statement statement, String text) throws SQLException {
        boolean result = false;
        try {
            for (var sql : SqlStatement.texts(text)) {
                ran.add(sql);
                result = statement.execute(sql);
            }
            return result;
        } catch (SQLException e) {
            failure = e;
            throw e;
        }
    }

    private interface Call {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                StatementTrace.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** The line of the file that holds the place at which the last statement failed, if it is found there. */
    OptionalInt failedLine(ChangeSetText text, Throwable failure) {
        var file = text.statements().stream()
                .filter(statement -> !statement.nested())
                .toList();
        int next = 0;
        Optional<SqlStatement> last = Optional.empty();
        for (var sql : ran) {
            last = Optional.empty();
            var tokens = SqlStatement.split(sql, 1).getFirst().tokens();
            for (int i = next; i < file.size() && last.isEmpty(); i++) {
                if (isSame(file.get(i).tokens(), tokens)) {
                    last = Optional.of(file.get(i));
                    next = i + 1;
                }
            }
        }
        return last.isEmpty() ? OptionalInt.empty() : OptionalInt.of(lineIn(last.get(), ran.getLast(), failure));
    }

    /** Liquibase takes comments out, so that only what PostgreSQL sees is compared. */
    private static boolean isSame(List<SqlToken> some, List<SqlToken> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            var one = some.get(i);
            var other = others.get(i);
            boolean body = one.kind() == SqlToken.Kind.DOLLAR_STRING;
            if (one.kind() != other.kind() || (!body && !one.text().equals(other.text()))) {
                return false;
            }
        }
        return true;
    }

    private static int lineIn(SqlStatement statement, String sql, Throwable failure) {
        if (!(FailureMessage.root(failure) instanceof PSQLException postgres)
                || postgres.getServerErrorMessage() == null) {
            return statement.line();
        }
        var where = LINE_OF_BLOCK.matcher(
                String.valueOf(postgres.getServerErrorMessage().getWhere()));
        if (where.find()) {
            return bodyLine(statement) + Integer.parseInt(where.group(1)) - 1;
        }
        int position = postgres.getServerErrorMessage().getPosition() - 1;
        var tokens = SqlStatement.split(sql, 1).getFirst().tokens();
        int line = statement.line();
        for (int i = 0; i < tokens.size() && tokens.get(i).start() <= position; i++) {
            var inside = sql.substring(
                    tokens.get(i).start(), Math.min(position, tokens.get(i).end()));
            line = statement.tokens().get(i).line()
                    + (int) inside.chars().filter(c -> c == '\n').count();
        }
        return line;
    }

    private static int bodyLine(SqlStatement block) {
        return block.tokens().stream()
                .filter(SqlToken::isString)
                .findFirst()
                .map(SqlToken::line)
                .orElse(block.line());
    }
}
