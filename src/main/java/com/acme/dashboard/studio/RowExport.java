package com.acme.dashboard.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.acme.dashboard.common.export.ExportRun;
import com.acme.dashboard.common.export.ExportTooLarge;
import com.acme.dashboard.common.export.SpreadsheetText;
import com.acme.dashboard.database.schema.Identifiers;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** An export of rows, from the moment it was allowed: written once, row by row, or cancelled by whoever began it. */
public final class RowExport {

    private final StudioDatabase database;
    private final SecretColumns secrets;
    private final TableShape shape;
    private final RowFormat format;
    private final RowSql sql;
    private final List<TableColumn> columns;
    private final ExportRun run;
    private final FetchSize fetchSize = new FetchSize();
    private long characters;

    RowExport(
            StudioDatabase database,
            SecretColumns secrets,
            TableShape shape,
            RowQuery query,
            RowFormat format,
            ExportRun run) {
        this.database = database;
        this.secrets = secrets;
        this.shape = shape;
        this.format = format;
        this.run = run;
        sql = new RowSql(shape, query);
        columns = sql.exported(format);
    }

    /**
     * Writes all rows; takes as long as the receiver takes with them. Does not close it: of a file that is not whole, that
     * would make one that seems to be.
     *
     * @param rowWritten hears of each
     * @throws com.acme.dashboard.common.export.ExportCancelled where {@link #cancel} was called, before or meanwhile, or where
     *     it has been written before
     * @throws com.acme.dashboard.common.export.ExportNotFetched where others needed its place before anybody came for it
     * @throws com.acme.dashboard.common.export.ExportTooSlow where the receiver or the database keeps others waiting for too long
     * @throws ExportTooLarge where the next rows are larger than may be in memory
     * @throws UncheckedIOException where the receiver has gone
     * @throws org.springframework.dao.DataAccessException where the database fails; what was written is not whole then
     */
    public void write(OutputStream receiver, Runnable rowWritten) {
        run.read(() -> {
            try {
                var writer = new BufferedWriter(new OutputStreamWriter(receiver, UTF_8));
                switch (format) {
                    case CSV -> writeCsv(writer, rowWritten);
                    case JSON -> writeJson(writer, rowWritten);
                    case SQL -> writeInserts(writer, rowWritten);
                }
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Ends the writing, and the database's work for it; does nothing where it has ended. */
    public void cancel() {
        run.cancel();
    }

    private void writeCsv(Writer writer, Runnable rowWritten) throws IOException {
        var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(writer);
        csv.writeRecord(columns.stream()
                .map(TableColumn::name)
                .map(SpreadsheetText::harmless)
                .toList());
        read(row -> csv.writeRecord(fields(row)), rowWritten);
        csv.flush();
    }

    private List<@Nullable String> fields(ResultSet row) throws SQLException {
        var fields = new ArrayList<@Nullable String>();
        for (int i = 0; i < columns.size(); i++) {
            fields.add(harmless(columns.get(i), text(row, i + 1)));
        }
        return fields;
    }

    private static @Nullable String harmless(TableColumn column, @Nullable String text) {
        return text == null || column.kind() == ValueKind.NUMBER ? text : SpreadsheetText.harmless(text);
    }

    private void writeJson(Writer writer, Runnable rowWritten) throws IOException {
        var separator = new String[] {"["};
        read(
                row -> {
                    writer.write(separator[0] + "\n" + text(row, 1));
                    separator[0] = ",";
                },
                rowWritten);
        writer.write(separator[0].equals("[") ? "[]\n" : "\n]\n");
    }

    private void writeInserts(Writer writer, Runnable rowWritten) throws IOException {
        var overriding = columns.stream().anyMatch(TableColumn::alwaysIdentity) ? " overriding system value" : "";
        var head = "insert into %s (%s)%s values ("
                .formatted(
                        shape.name().quoted(),
                        columns.stream()
                                .map(column -> Identifiers.quote(column.name()))
                                .collect(joining(", ")),
                        overriding);
        read(
                row -> {
                    writer.write(head);
                    for (int i = 1; i <= columns.size(); i++) {
                        writer.write((i == 1 ? "" : ", ") + text(row, i));
                    }
                    writer.write(");\n");
                },
                rowWritten);
    }

    private @Nullable String text(ResultSet row, int column) throws SQLException {
        @Nullable String text = row.getString(column);
        characters += text == null ? 0 : text.length();
        return text == null ? null : secrets.mask(text);
    }

    private void read(RowReceiver receiver, Runnable rowWritten) {
        try {
            database.stream(sql.all(format), sql.values(), run::runs, row -> read(row, receiver, rowWritten));
        } catch (DataAccessException failure) {
            throw StudioDatabase.isTooLarge(failure.getMostSpecificCause()) ? new ExportTooLarge(failure) : failure;
        }
    }

    private void read(ResultSet row, RowReceiver receiver, Runnable rowWritten) throws SQLException {
        run.goOn();
        characters = 0;
        try {
            receiver.accept(row);
            rowWritten.run();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        fetchSize.adapt(row, characters);
    }

    private interface RowReceiver {
        void accept(ResultSet row) throws SQLException, IOException;
    }
}
