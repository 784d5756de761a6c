package com.acme.dashboard.invoices.export;

import com.acme.dashboard.common.export.SpreadsheetText;
import com.acme.dashboard.invoices.InvoiceRow;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * CSV after RFC 4180. Amounts and dates stand in the form that programs read whatever their language. A byte order mark
 * comes first: without it Excel takes UTF-8 for the code page of the machine and garbles names.
 */
final class CsvFile implements InvoiceFile {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;
    private final FileWords words;

    CsvFile(OutputStream stream, FileWords words) {
        this.words = words;
        try {
            stream.write(BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(stream, StandardCharsets.UTF_8);
        csv.writeRecord(words.columns());
    }

    @Override
    public void add(InvoiceRow invoice) {
        csv.writeRecord(
                SpreadsheetText.harmless(invoice.customerName()),
                SpreadsheetText.harmless(invoice.customerEmail()),
                BigDecimal.valueOf(invoice.amount().cents(), 2).toPlainString(),
                invoice.date().toString(),
                words.of(invoice.status()),
                invoice.id().toString());
    }

    @Override
    public void finish() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
