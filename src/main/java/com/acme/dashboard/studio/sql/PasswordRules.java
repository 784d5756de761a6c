package com.acme.dashboard.studio.sql;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlToken;
import com.acme.dashboard.studio.SecretColumns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where a statement may name a password: as one of the columns that it shows, by its name alone and once only, where the
 * plan tells which column of the result that is, so that it can be masked. {@link PlanSecrets} looks at the rest.
 */
@Component
class PasswordRules {

    /** What would keep the rows, or compare them with others without a word in the plan. */
    private static final Set<String> BEYOND_SHOWING = Set.of("into", "union", "intersect", "except");

    private final SecretColumns secrets;

    PasswordRules(SecretColumns secrets) {
        this.secrets = secrets;
    }

    /** A password's name that stands where it must not; empty where none does. */
    Optional<String> misused(SqlText statement) {
        var tokens = statement.tokens();
        var named = tokens.stream().filter(this::isPassword).toList();
        return named.isEmpty() || (named.size() == 1 && shows(tokens))
                ? Optional.empty()
                : Optional.of(named.getFirst().text());
    }

    private boolean shows(List<SqlToken> tokens) {
        var cursor = new SqlCursor(tokens);
        return cursor.accept("select")
                && tokens.stream().noneMatch(token -> BEYOND_SHOWING.contains(token.text()))
                && new SqlCursor(beforeFrom(cursor.rest())).list().stream().anyMatch(this::isColumn);
    }

    private static List<SqlToken> beforeFrom(List<SqlToken> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += SqlCursor.depthOf(tokens.get(i));
            if (depth == 0 && tokens.get(i).is("from")) {
                return tokens.subList(0, i);
            }
        }
        return tokens;
    }

    /** Whether it is such as {@code password}, {@code u.password} or {@code u.password as secret}, and nothing more. */
    private boolean isColumn(List<SqlToken> item) {
        var last = 0;
        while (last + 2 < item.size()
                && item.get(last).isName()
                && item.get(last + 1).is('.')) {
            last += 2;
        }
        if (last >= item.size() || !isPassword(item.get(last))) {
            return false;
        }
        var alias = new SqlCursor(item.subList(last + 1, item.size()));
        return alias.atEnd() || (alias.accept("as") && alias.rest().size() == 1);
    }

    private boolean isPassword(SqlToken token) {
        return token.isName() && secrets.isSecretName(token.text());
    }
}
