package com.acme.dashboard.studio;

import com.acme.dashboard.common.Characters;
import com.acme.dashboard.common.export.ExportRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads rows. */
@Component
class RowQueries {

    /** SQLSTATE class 22, data exception: what PostgreSQL says of a text that is no value of the type. */
    private static final String DATA_EXCEPTION = "22";

    private final StudioDatabase database;
    private final SecretColumns secrets;

    RowQueries(StudioDatabase database, SecretColumns secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    RowPage page(TableShape shape, RowQuery query, @Nullable RowPosition after, long first, long skip, int limit) {
        var sql = new RowSql(shape, query);
        return checked(() -> database.read(client -> {
            // Without an order two readings shall at least find the same one.
            client.sql("set local synchronize_seqscans = off").update();
            var ends = new ArrayList<Optional<RowPosition>>();
            var rows = client.sql(sql.page(after, skip, limit))
                    .params(sql.values())
                    .query((result, index) -> {
                        if (sql.hasPositions()) {
                            ends.add(position(sql, result));
                        }
                        return row(shape, sql.identityColumns() + sql.order().size(), result, first + index);
                    })
                    .list();
            return new RowPage(rows, ends.isEmpty() ? null : ends.getLast().orElse(null));
        }));
    }

    RowCount count(TableShape shape, RowQuery query) {
        var sql = new RowSql(shape, query);
        long counted = checked(() -> database.read(client -> client.sql(sql.count(RowCount.CAP))
                .params(sql.values())
                .query(Long.class)
                .single()));
        if (counted <= RowCount.CAP) {
            return new RowCount(counted, RowCount.Precision.EXACT);
        }
        var estimate = shape.estimate();
        return query.filters().isEmpty() && estimate != null && estimate > RowCount.CAP
                ? new RowCount(estimate, RowCount.Precision.ABOUT)
                : new RowCount(RowCount.CAP, RowCount.Precision.MORE_THAN);
    }

    /** The row as it is now; empty where it has gone, or its table does not have the key by which it could be found again. */
    Optional<Row> find(TableShape shape, RowIdentity identity) {
        if (shape.key().isEmpty() || !identity.tellsApartIn(shape)) {
            return Optional.empty();
        }
        var sql = new RowSql(shape, RowQuery.all(shape.name()));
        return database.read(client -> client
                .sql(sql.row(identity))
                .params(sql.values())
                .query((result, _) -> row(shape, sql.identityColumns(), result, 0))
                .list()
                .stream()
                .findFirst());
    }

    Optional<FullValue> value(TableShape shape, RowQuery query, Row row, TableColumn column) {
        var sql = new RowSql(shape, query);
        var identity = row.identity();
        var statement = identity == null ? sql.value(column, row.number()) : sql.value(column, identity);
        return database.read(client -> client.sql(statement)
                .params(sql.values())
                .query((result, _) -> result.getString(1) == null
                        ? Optional.<FullValue>empty()
                        : Optional.of(full(column, result.getString(1), result.getLong(2))))
                .optional()
                .flatMap(value -> value));
    }

    RowExport export(TableShape shape, RowQuery query, RowFormat format, ExportRun run) {
        return new RowExport(database, secrets, shape, query, format, run);
    }

    private static <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DataAccessException failure) {
            if (failure.getMostSpecificCause() instanceof PSQLException cause
                    && cause.getSQLState() != null
                    && cause.getSQLState().startsWith(DATA_EXCEPTION)) {
                throw new InvalidFilter(message(cause), failure);
            }
            throw failure;
        }
    }

    private static String message(PSQLException failure) {
        @Nullable ServerErrorMessage answer = failure.getServerErrorMessage();
        @Nullable String message = answer == null ? failure.getMessage() : answer.getMessage();
        return String.valueOf(message);
    }

    /** Empty where one of its values is too long to be remembered. */
    private static Optional<RowPosition> position(RowSql sql, ResultSet result) throws SQLException {
        var values = new ArrayList<String>();
        for (int i = 1; i <= sql.order().size(); i++) {
            @Nullable String value = result.getString(sql.identityColumns() + i);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(new RowPosition(values));
    }

    private Row row(TableShape shape, int behind, ResultSet result, long number) throws SQLException {
        var cells = new ArrayList<@Nullable Cell>();
        for (int i = 0; i < shape.columns().size(); i++) {
            cells.add(cell(result.getString(behind + i + 1)));
        }
        return new Row(number, identity(shape, result), cells);
    }

    private static @Nullable RowIdentity identity(TableShape shape, ResultSet result) throws SQLException {
        if (!shape.kind().holdsRows()) {
            return null;
        }
        var version = result.getString(1);
        return shape.key().isEmpty()
                ? new RowIdentity(List.of(), List.of(), result.getString(2), version)
                : new RowIdentity(shape.key(), key(shape, result), null, version);
    }

    private @Nullable Cell cell(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return new Cell(secrets.mask(Characters.first(text, Cell.LENGTH)), Characters.count(text) > Cell.LENGTH);
    }

    private FullValue full(TableColumn column, String text, long length) {
        var whole = Characters.count(text) == length;
        var shown = secrets.mask(
                whole && column.kind() == ValueKind.JSON ? JsonText.indented(text, FullValue.LONGEST) : text);
        return new FullValue(shown, whole ? Characters.count(shown) : length);
    }

    private static List<String> key(TableShape shape, ResultSet result) throws SQLException {
        var key = new ArrayList<String>();
        for (int i = 1; i <= shape.key().size(); i++) {
            key.add(result.getString(1 + i));
        }
        return key;
    }
}
