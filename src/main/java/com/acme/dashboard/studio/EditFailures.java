package com.acme.dashboard.studio;

import java.util.List;
import java.util.Objects;
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

    private static final String LOCK_NOT_AVAILABLE = "55P03";

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

    /** Whether it is that somebody else has locked what was to be changed. */
    static boolean isLock(DataAccessException failure) {
        return answer(failure)
                .filter(answer -> state(answer).equals(LOCK_NOT_AVAILABLE))
                .isPresent();
    }

    /**
     * The failure in the database's words; empty where it is not about what was to be changed.
     *
     * @param edit the change; null where it was refused at the end of all of them
     */
    Optional<EditOutcome> rejection(
            TableShape shape, @Nullable Integer place, @Nullable RowEdit edit, DataAccessException failure) {
        return answer(failure)
                .map(answer -> new EditOutcome.Rejected(
                        place, edit == null ? null : column(shape, edit, answer), words(shape, answer)));
    }

    /**
     * What the database says of a text that is no value for a column; empty where it is one, as far as that can be told before
     * there is a row.
     *
     * @throws DataAccessException where the database does not answer
     */
    Optional<String> problem(TableColumn column, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (isTooLong(column, text)) {
            return Optional.of("value too long for type " + column.type());
        }
        try {
            database.read(client -> client.sql(
                            "select cast(cast(? as %s) as %s) is null".formatted(column.castType(), column.type()))
                    .param(text)
                    .query(Boolean.class)
                    .single());
            return Optional.empty();
        } catch (DataAccessException refused) {
            return Optional.of(answer(refused).map(this::words).orElseThrow(() -> refused));
        }
    }

    /** What the database has answered, where that is about what was to be changed. */
    private static Optional<ServerErrorMessage> answer(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof PSQLException cause
                ? Optional.ofNullable(cause.getServerErrorMessage())
                        .filter(answer -> !NOT_THE_CHANGE.contains(state(answer).substring(0, 2)))
                : Optional.empty();
    }

    private static String state(ServerErrorMessage answer) {
        return Objects.requireNonNullElse(answer.getSQLState(), "XX000");
    }

    private String words(ServerErrorMessage answer) {
        return secrets.mask(String.valueOf(answer.getMessage()));
    }

    private String words(TableShape shape, ServerErrorMessage answer) {
        @Nullable String detail = answer.getDetail();
        return detail != null && WITH_DETAIL.contains(state(answer)) && !namesSecret(shape, detail)
                ? words(answer) + ". " + secrets.mask(detail)
                : words(answer);
    }

    private static boolean namesSecret(TableShape shape, String detail) {
        return shape.columns().stream().filter(TableColumn::secret).anyMatch(column -> detail.contains(column.name()));
    }

    private @Nullable String column(TableShape shape, RowEdit edit, ServerErrorMessage answer) {
        @Nullable String named = answer.getColumn();
        if (named != null) {
            return named;
        }
        if (state(answer).startsWith(DATA_EXCEPTION) || answer.getDatatype() != null) {
            return notOfItsType(shape, edit);
        }
        return answer.getConstraint() == null ? null : constrained(shape, edit, answer);
    }

    /** PostgreSQL does not say it: the values are tried one by one. */
    private @Nullable String notOfItsType(TableShape shape, RowEdit edit) {
        return edit.values().stream()
                .filter(value -> problem(shape.column(value.column()).orElseThrow(), value.text())
                        .isPresent())
                .findFirst()
                .map(Assignment::column)
                .orElse(null);
    }

    private static boolean isTooLong(TableColumn column, String text) {
        var length = column.kind() == ValueKind.TEXT ? LENGTH.matcher(column.type()) : null;
        return length != null
                && length.find()
                && text.codePointCount(0, text.length()) > Integer.parseInt(length.group(1));
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
