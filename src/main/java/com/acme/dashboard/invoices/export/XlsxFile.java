package com.acme.dashboard.invoices.export;

import com.acme.dashboard.invoices.InvoiceRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook with one sheet. Text stands in the cells themselves: a table of shared texts would be kept in memory. */
final class XlsxFile implements InvoiceFile {

    /** The rows of a sheet without the one with the names of the columns. */
    static final long MOST_INVOICES = Worksheet.MAX_ROWS - 1L;

    private static final String DOLLARS = "[$$-409]#,##0.00";
    private static final String DATE = "yyyy-mm-dd";
    private static final int[] WIDTHS = {32, 34, 16, 12, 12, 38};
    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final FileWords words;
    private int row;

    XlsxFile(OutputStream stream, FileWords words) {
        this.words = words;
        workbook = new Workbook(stream, "Acme Dashboard", null);
        sheet = workbook.newWorksheet(words.title());
        sheet.freezePane(0, 1);
        var columns = words.columns();
        for (var column = 0; column < columns.size(); column++) {
            sheet.width(column, WIDTHS[column]);
            sheet.inlineString(0, column, columns.get(column));
            sheet.style(0, column).bold().set();
        }
    }

    @Override
    public void add(InvoiceRow invoice) {
        row++;
        sheet.inlineString(row, 0, invoice.customerName());
        sheet.inlineString(row, 1, invoice.customerEmail());
        sheet.value(row, 2, BigDecimal.valueOf(invoice.amount().cents(), 2));
        sheet.style(row, 2).format(DOLLARS).set();
        sheet.value(row, 3, invoice.date());
        sheet.style(row, 3).format(DATE).set();
        sheet.inlineString(row, 4, words.of(invoice.status()));
        sheet.inlineString(row, 5, invoice.id().toString());
        if (row % ROWS_IN_MEMORY == 0) {
            attempt(sheet::flush);
        }
    }

    @Override
    public void finish() {
        attempt(workbook::finish);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
