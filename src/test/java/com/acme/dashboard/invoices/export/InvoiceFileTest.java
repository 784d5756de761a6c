package com.acme.dashboard.invoices.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceStatus;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceFileTest {

    private static final UUID ID = UUID.fromString("f0000000-0000-4000-8000-000000000001");

    private static final FileWords WORDS = new FileWords(
            Locale.US,
            "Invoices",
            "Invoice",
            "Customer",
            "Email",
            "Amount",
            "Date",
            "Status",
            Map.of(InvoiceStatus.PENDING, "Pending", InvoiceStatus.PAID, "Paid"));

    @Test
    void csv_is_utf_8_with_a_mark_for_excel_and_ends_lines_as_the_standard_says() {
        var bytes = bytes(FileFormat.CSV, invoice("Zoë"));

        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8).substring(1))
                .isEqualTo("Customer,Email,Amount,Date,Status,Invoice\r\n"
                        + "Zoë,zoe@example.test,1234567.05,2024-12-06,Paid," + ID + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbor, Pine",
                "Jane \"JJ\" Okafor",
                "two\r\nlines",
                "a\nb",
                "\"",
                ",",
                " spaces ",
                "🚲 café 漢字 مرحبا",
                "1234",
                ""
            })
    void csv_gives_any_text_back(String name) {
        assertThat(csv(invoice(name)).getFields())
                .containsExactly(name, "zoe@example.test", "1234567.05", "2024-12-06", "Paid", ID.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'=1+1",
                "'+1",
                "'-1",
                "'@SUM(A1)",
                "'=HYPERLINK(\"http://x\",\"y\")",
                "'-",
                " \u00a0'=1",
                "\t'=1",
                "\r'=1",
                "\r\n'=1",
                "Acme;'='\\\\evil\\s\\[a.xlsx]S'!A1;x",
                "Acme; '+1;;'-1",
                "Acme\t'@SUM(A1)",
                "Acme\n'=1",
                "Acme;\"'=1+1\";x",
            })
    void csv_has_no_text_that_a_spreadsheet_takes_for_a_formula(String harmless) {
        var name = harmless.replaceAll("'(?=[=+@-])", "");

        assertThat(csv(invoice(name)).getField(0)).isEqualTo(harmless);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a - b", "a; b = c", "ap+invoices@example.test", "Smith, -Jones", "Rock'n'Roll; \"x\"", "\tx"})
    void csv_leaves_signs_inside_a_text_alone(String name) {
        assertThat(csv(invoice(name)).getField(0)).isEqualTo(name);
    }

    @Test
    void csv_has_no_email_that_a_spreadsheet_takes_for_a_formula() {
        var hostile = new InvoiceRow(
                ID, ID, "Eve", "=cmd|' /C calc'!A0", "", new Money(1), LocalDate.EPOCH, InvoiceStatus.PENDING, 0);

        assertThat(csv(hostile).getField(1)).isEqualTo("'=cmd|' /C calc'!A0");
    }

    @Test
    void xlsx_has_text_numbers_and_dates_as_such() throws IOException {
        var rows = xlsx(invoice("=1+1 <b>&\"🚲\""));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().stream().map(cell -> cell.getText()))
                .containsExactly("Customer", "Email", "Amount", "Date", "Status", "Invoice");
        var row = rows.get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellAsString(0)).contains("=1+1 <b>&\"🚲\"");
        assertThat(row.getCell(2).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("1234567.05"));
        assertThat(row.getCell(2).getDataFormatString()).isEqualTo("[$$-409]#,##0.00");
        assertThat(row.getCell(3).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCellAsDate(3).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2024, 12, 6));
        assertThat(row.getCell(3).getDataFormatString()).isEqualTo("yyyy-mm-dd");
        assertThat(row.getCellAsString(4)).contains("Paid");
    }

    @Test
    void xlsx_keeps_every_row_beyond_those_in_memory() throws IOException {
        var rows = xlsx(Stream.generate(() -> invoice("Zoë")).limit(1_203).toArray(InvoiceRow[]::new));

        assertThat(rows)
                .hasSize(1_204)
                .allSatisfy(row -> assertThat(row.getCellCount()).isEqualTo(6));
    }

    @Test
    void a_sheet_has_room_for_its_rows_less_the_header_and_csv_for_any() {
        assertThat(FileFormat.XLSX.mostInvoices()).isEqualTo(1_048_575);
        assertThat(FileFormat.CSV.mostInvoices()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_file_is_named_after_the_day() {
        assertThat(FileFormat.CSV.fileName(LocalDate.of(2026, 11, 22))).isEqualTo("invoices-2026-11-22.csv");
        assertThat(FileFormat.XLSX.fileName(LocalDate.of(2026, 1, 2))).isEqualTo("invoices-2026-01-02.xlsx");
    }

    private static CsvRecord csv(InvoiceRow invoice) {
        var text = new String(bytes(FileFormat.CSV, invoice), StandardCharsets.UTF_8).substring(1);
        return CsvReader.builder().ofCsvRecord(text).stream().toList().get(1);
    }

    private static List<Row> xlsx(InvoiceRow... invoices) throws IOException {
        var bytes = new ByteArrayInputStream(bytes(FileFormat.XLSX, invoices));
        try (var workbook = new ReadableWorkbook(bytes, new ReadingOptions(true, false))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static byte[] bytes(FileFormat format, InvoiceRow... invoices) {
        var bytes = new ByteArrayOutputStream();
        var file = format.write(bytes, WORDS);
        Stream.of(invoices).forEach(file::add);
        file.finish();
        return bytes.toByteArray();
    }

    private static InvoiceRow invoice(String name) {
        return new InvoiceRow(
                ID,
                ID,
                name,
                "zoe@example.test",
                "",
                new Money(123_456_705),
                LocalDate.of(2024, 12, 6),
                InvoiceStatus.PAID,
                0);
    }
}
