package com.acme.dashboard.studio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What the database says of a change that it refuses, and which column it is about. */
@Component
class EditFailures {

    /** SQLSTATE classes that say nothing of the change: no connection, no resources, stopped, broken. */
    private static final Set<String> NOT_THE_CHANGE = Set.of("08", "53", "57", "58", "XX");

    /** Unique, foreign key, exclusion: the detail names a key, where that of other constraints is the whole row. */
    private static final Set<String> WITH_DETAIL = Set.of("23505", "23503", "23P01");

    private static final String DATA_EXCEPTION = "22";

    private static final String TOO_LONG = "22001";

    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)$");

    private static final String COLUMNS_OF_CONSTRAINT = """
            select attname
            from (select conrelid as relation, conkey as numbers from pg_constraint where conname = :name
                  union all
                  select indrelid, indkey::smallint[] from pg_index join pg_class i on i.oid = indexrelid
                  where i.relname = :name) described
            join pg_attribute on attrelid = relation and attnum = any (numbers)
            where relation = to_regclass(:table)
            order by attnum
            """;

    private final StudioDatabase database;
    private final SecretColumns secrets;

    EditFailures(StudioDatabase database, SecretColumns secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * The failure in the database's words; empty where it is not about what was to be changed.
     *
     * @param edit the change; null where it was refused at the end of all of them
     */
    Optional<EditOutcome> rejection(
            TableShape shape, @Nullable Integer place, @Nullable RowEdit edit, DataAccessException failure) {
        if (!(failure.getMostSpecificCause() instanceof PSQLException cause)) {
            return Optional.empty();
        }
        @Nullable ServerErrorMessage answer = cause.getServerErrorMessage();
        @Nullable String state = cause.getSQLState();
        if (answer == null || state == null || NOT_THE_CHANGE.contains(state.substring(0, 2))) {
            return Optional.empty();
        }
        var column = edit == null ? null : column(shape, edit, state, answer);
        return Optional.of(new EditOutcome.Rejected(place, column, words(shape, state, answer)));
    }

    private String words(TableShape shape, String state, ServerErrorMessage answer) {
        var message = String.valueOf(answer.getMessage());
        @Nullable String detail = answer.getDetail();
        return secrets.mask(
                detail != null && WITH_DETAIL.contains(state) && !namesSecret(shape, detail)
                        ? message + ". " + detail
                        : message);
    }

    private static boolean namesSecret(TableShape shape, String detail) {
        return shape.columns().stream().filter(TableColumn::secret).anyMatch(column -> detail.contains(column.name()));
    }

    private @Nullable String column(TableShape shape, RowEdit edit, String state, ServerErrorMessage answer) {
        @Nullable String named = answer.getColumn();
        if (named != null) {
            return named;
        }
        if (state.equals(TOO_LONG)) {
            return tooLong(shape, edit);
        }
        if (state.startsWith(DATA_EXCEPTION) || answer.getDatatype() != null) {
            return notOfItsType(shape, edit);
        }
        return answer.getConstraint() == null ? null : constrained(shape, edit, answer);
    }

    private static @Nullable String tooLong(TableShape shape, RowEdit edit) {
        for (var value : edit.values()) {
            var text = value.text();
            var limit = shape.column(value.column())
                    .map(column -> LENGTH.matcher(column.type()))
                    .filter(matcher -> matcher.find())
                    .map(matcher -> Integer.valueOf(matcher.group(1)));
            if (text != null && limit.isPresent() && text.codePointCount(0, text.length()) > limit.get()) {
                return value.column();
            }
        }
        return null;
    }

    /** PostgreSQL does not say it: the values are tried one by one. */
    private @Nullable String notOfItsType(TableShape shape, RowEdit edit) {
        for (var value : edit.values()) {
            var column = shape.column(value.column()).orElseThrow();
            if (!isOfItsType(column, value.text())) {
                return column.name();
            }
        }
        return null;
    }

    private boolean isOfItsType(TableColumn column, @Nullable String text) {
        try {
            return database.read(client -> client.sql(
                                    "select cast(cast(? as %s) as %s)".formatted(column.castType(), column.type()))
                            .param(text)
                            .query((_, _) -> true)
                            .list())
                    .getFirst();
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private @Nullable String constrained(TableShape shape, RowEdit edit, ServerErrorMessage answer) {
        var table = new TableName(String.valueOf(answer.getSchema()), String.valueOf(answer.getTable()));
        List<String> columns = database.read(client -> client.sql(COLUMNS_OF_CONSTRAINT)
                .param("name", answer.getConstraint())
                .param("table", table.quoted())
                .query(String.class)
                .list());
        return columns.stream()
                .filter(name -> concerns(shape, edit, name))
                .findFirst()
                .orElse(null);
    }

    /** A new row has a value in every column; of a row that is changed only the new values can be what is refused. */
    private static boolean concerns(TableShape shape, RowEdit edit, String column) {
        return edit instanceof RowEdit.Insert
                ? shape.column(column).filter(TableColumn::settable).isPresent()
                : edit.values().stream().anyMatch(value -> value.column().equals(column));
    }
}
