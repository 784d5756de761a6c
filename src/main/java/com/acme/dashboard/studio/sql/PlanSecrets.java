package com.acme.dashboard.studio.sql;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlLexer;
import com.acme.dashboard.database.sql.SqlToken;
import com.acme.dashboard.studio.SecretColumns;
import com.acme.dashboard.studio.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Finds passwords in the plan of a statement, whatever views and subqueries hide them from a look at its words. A password
 * may be a column of the result, which then is masked. Computing with it, comparing it, or passing it on under another
 * name is refused, because what comes of it can no longer be told from other values.
 *
 * <p>This keeps passwords from being seen by accident and by the ways that come to mind; against an administrator who is
 * determined it is no wall. What a function does with a query in a text ({@code query_to_xml}, {@code ts_stat}), what is
 * read outside of tables ({@code pg_read_file}, {@code dblink}) and PostgreSQL's statistics ({@code pg_stats}) stand in no
 * plan, nor do the columns of a view that gave a table's columns each other's names: of those only whole bcrypt hashes are masked. Only the rights of the database's role are a wall.
 */
@Component
class PlanSecrets {

    /** Parts that pass their rows on under other names. */
    private static final Set<String> RENAMING_PARTS = Set.of("InitPlan", "SubPlan", "Subquery");

    /** Nodes that list no columns of their own: theirs are those of their parts. */
    private static final Set<String> WITHOUT_OUTPUT = Set.of("Append", "Merge Append", "Recursive Union");

    /** Names of things, which may be called anything. */
    private static final Set<String> NAMES = Set.of(
            "Node Type",
            "Parent Relationship",
            "Subplan Name",
            "Relation Name",
            "Schema",
            "Alias",
            "Index Name",
            "Constraint Name",
            "CTE Name",
            "Function Name");

    private final SecretColumns secrets;

    PlanSecrets(SecretColumns secrets) {
        this.secrets = secrets;
    }

    /**
     * The numbers, from 0, of the result's columns that hold a password; empty where that is none.
     *
     * @param plan of {@code EXPLAIN (VERBOSE, FORMAT JSON)}
     * @param shown whether the result is shown, and not stored under other names
     * @param statement what the plan is of
     * @param secretTables every table with a password's column, and the names of its columns
     * @throws PasswordUsed where the plan does anything else with one
     */
    Set<Integer> columns(
            JsonNode plan, boolean shown, List<SqlToken> statement, Map<TableName, Set<String>> secretTables) {
        var columns = outputs(plan, new HashSet<>());
        require(shown || columns.isEmpty());
        var read = new HashMap<String, Set<String>>();
        collect(plan, secretTables, read, statement);
        requireUnused(plan, read);
        return columns;
    }

    /** Notes under which names the plan reads tables with passwords; the statement must not have renamed their columns. */
    private static void collect(
            JsonNode node,
            Map<TableName, Set<String>> secretTables,
            Map<String, Set<String>> read,
            List<SqlToken> statement) {
        var name = node.path("Relation Name").asString("");
        var columns = secretTables.get(new TableName(node.path("Schema").asString(""), name));
        if (columns != null) {
            require(!renamesColumns(statement, name));
            read.put(node.path("Alias").asString(name), columns);
        }
        node.path("Plans").forEach(part -> collect(part, secretTables, read, statement));
    }

    /** Whether an alias of the table comes with names for its columns, as in {@code users as u (a, b)}. */
    private static boolean renamesColumns(List<SqlToken> statement, String table) {
        for (int at = 0; at < statement.size(); at++) {
            if (statement.get(at).isName() && statement.get(at).text().equals(table)) {
                var cursor = new SqlCursor(statement.subList(at + 1, statement.size()));
                cursor.accept("as");
                if (!cursor.name().isEmpty() && cursor.sees('(')) {
                    return true;
                }
            }
        }
        return false;
    }

    private void requireUnused(JsonNode node, Map<String, Set<String>> read) {
        var stores = node.path("Node Type").asString("").equals("ModifyTable");
        for (var property : node.properties()) {
            var value = property.getValue();
            switch (property.getKey()) {
                case "Plans" ->
                    value.forEach(part -> {
                        require(!(stores || renames(part))
                                || outputs(part, new HashSet<>()).isEmpty());
                        requireUnused(part, read);
                    });
                case "Output" ->
                    value.forEach(output -> require(isPlain(output.asString()) || isHarmless(output.asString(), read)));
                default ->
                    require(NAMES.contains(property.getKey()) || texts(value).allMatch(text -> isHarmless(text, read)));
            }
        }
    }

    private Set<Integer> outputs(JsonNode node, Set<Integer> columns) {
        if (WITHOUT_OUTPUT.contains(node.path("Node Type").asString(""))) {
            node.path("Plans").forEach(part -> outputs(part, columns));
        }
        var output = node.path("Output");
        for (int number = 0; number < output.size(); number++) {
            if (isPlain(output.get(number).asString())) {
                columns.add(number);
            }
        }
        return columns;
    }

    private static boolean renames(JsonNode part) {
        return RENAMING_PARTS.contains(part.path("Parent Relationship").asString(""));
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isContainer()
                ? value.valueStream().flatMap(PlanSecrets::texts)
                : value.isString() ? Stream.of(value.asString()) : Stream.empty();
    }

    private boolean isPlain(String expression) {
        var tokens = SqlLexer.read(expression, 1);
        return !tokens.isEmpty()
                && isSecret(tokens.getLast())
                && tokens.stream().allMatch(token -> token.isName() || token.is('.'));
    }

    /** Names no password, no whole row that has one, and no column of such a table by another name. */
    private boolean isHarmless(String expression, Map<String, Set<String>> read) {
        var tokens = SqlLexer.read(expression, 1);
        for (int at = 0; at < tokens.size(); at++) {
            if (isSecret(tokens.get(at))) {
                return false;
            }
            if (at + 2 < tokens.size()
                    && tokens.get(at).isName()
                    && tokens.get(at + 1).is('.')) {
                var columns = read.get(tokens.get(at).text());
                var column = tokens.get(at + 2);
                if (column.is('*') ? !read.isEmpty() : columns != null && !columns.contains(column.text())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isSecret(SqlToken token) {
        return token.isName() && secrets.isSecretName(token.text());
    }

    private static void require(boolean harmless) {
        if (!harmless) {
            throw new PasswordUsed();
        }
    }

    /** A plan does more with a password than putting it out. */
    static final class PasswordUsed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
