package com.acme.dashboard.studio.sql;

import com.acme.dashboard.common.Characters;
import com.acme.dashboard.studio.SecretColumns;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;

/** Reads the rows of results as far as they are shown; one for a whole run, which counts what is kept. */
final class ResultReader {

    private static final Set<Integer> NUMBERS =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC);

    private final SecretColumns secrets;
    private int kept;

    ResultReader(SecretColumns secrets) {
        this.secrets = secrets;
    }

    /**
     * The columns in the order of the result.
     *
     * @param hidden the numbers, from 0, of those that hold a password under another name
     */
    List<ResultColumn> columns(ResultSetMetaData result, Set<Integer> hidden) throws SQLException {
        var origin = result.unwrap(PGResultSetMetaData.class);
        var columns = new ArrayList<ResultColumn>();
        for (int number = 1; number <= Math.min(result.getColumnCount(), SqlLimits.COLUMNS); number++) {
            var type = result.getColumnTypeName(number);
            columns.add(new ResultColumn(
                    result.getColumnLabel(number),
                    type.startsWith("_") ? type.substring(1) + "[]" : type,
                    NUMBERS.contains(result.getColumnType(number)),
                    hidden.contains(number - 1) || secrets.isSecretName(origin.getBaseColumnName(number))));
        }
        return columns;
    }

    /**
     * The first rows, at most {@link SqlLimits#ROWS}.
     *
     * @param step goes to the next row of the result
     */
    List<ResultRow> rows(ResultSet result, Step step, List<ResultColumn> columns) throws SQLException {
        var rows = new ArrayList<ResultRow>();
        while (rows.size() < SqlLimits.ROWS && step.next()) {
            var values = new ArrayList<ResultValue>(columns.size());
            for (int number = 1; number <= columns.size(); number++) {
                var column = columns.get(number - 1);
                values.add(column.secret() ? value(SecretColumns.MASK) : value(text(result, number, column)));
            }
            rows.add(new ResultRow(rows.size() + 1, values));
        }
        return rows;
    }

    private @Nullable String text(ResultSet result, int number, ResultColumn column) throws SQLException {
        var text = result.getString(number);
        if (text != null && column.type().equals("bool")) {
            return text.equals("t") ? "true" : "false";
        }
        return text == null ? null : secrets.mask(text);
    }

    private ResultValue value(@Nullable String text) {
        if (text == null) {
            return new ResultValue(null, 0);
        }
        var room = Math.max(SqlLimits.SHORT_VALUE, Math.min(SqlLimits.VALUE, SqlLimits.VALUES - kept));
        var part = Characters.first(text, room);
        kept += part.length();
        return new ResultValue(part, Characters.count(text));
    }

    /** Goes to the next row, and tells whether there is one. */
    interface Step {
        boolean next() throws SQLException;
    }
}
