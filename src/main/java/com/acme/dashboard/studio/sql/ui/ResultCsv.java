package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.common.export.SpreadsheetText;
import com.acme.dashboard.studio.sql.ResultColumn;
import com.acme.dashboard.studio.sql.ResultRow;
import com.acme.dashboard.studio.sql.StatementResult;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a result that were read, as CSV after RFC 4180. No value is an empty field, an empty text one in quotes. */
final class ResultCsv {

    private ResultCsv() {}

    static String of(StatementResult.Rows result) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(text)) {
            csv.writeRecord(result.columns().stream()
                    .map(ResultColumn::name)
                    .map(SpreadsheetText::harmless)
                    .toList());
            result.rows().forEach(row -> csv.writeRecord(values(result, row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Iterable<@Nullable String> values(StatementResult.Rows result, ResultRow row) {
        return () -> IntStream.range(0, result.columns().size())
                .mapToObj(number -> value(
                        result.columns().get(number), row.values().get(number).text()))
                .iterator();
    }

    private static @Nullable String value(ResultColumn column, @Nullable String text) {
        return text == null || column.numeric() ? text : SpreadsheetText.harmless(text);
    }
}
