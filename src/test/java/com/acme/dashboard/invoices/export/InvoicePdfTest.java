package com.acme.dashboard.invoices.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class InvoicePdfTest {

    private static final UUID ID = UUID.fromString("f0000000-0000-4000-8000-000000000001");

    @Test
    void one_page_says_who_owes_what_since_when() throws IOException {
        try (var file = pdf(Locale.US, "Harbor & Pine")) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(file.getPageSize(1).getHeight()).isEqualTo(PageSize.LETTER.getHeight());
            assertThat(text(file))
                    .contains("Acme", "Harbor & Pine", "ap@example.test", ID.toString(), "Dec 6, 2024", "Pending")
                    .contains("$1,234.56");
        }
    }

    @Test
    void a_german_gets_a_german_one_on_german_paper() throws IOException {
        try (var file = pdf(Locale.GERMANY, "Grün & Söhne")) {
            assertThat(file.getPageSize(1).getHeight()).isEqualTo(PageSize.A4.getHeight());
            assertThat(text(file)).contains("Grün & Söhne", "06.12.2024", "1.234,56");
        }
    }

    @Test
    void letters_of_other_scripts_are_written_and_what_the_font_lacks_is_marked() throws IOException {
        try (var file = pdf(Locale.US, "Łódź Ελλάς Москва 日 <b>&amp;")) {
            assertThat(text(file)).contains("Łódź", "Ελλάς", "Москва ? <b>&amp;");
        }
    }

    @Test
    void hebrew_is_written_from_right_to_left() throws IOException {
        var name = "דנה לוי";
        try (var file = pdf(Locale.US, "Studio " + name + " & Co")) {
            // The letters of a page stand in the order in which they are seen, from left to right.
            assertThat(text(file)).contains("Studio " + new StringBuilder(name).reverse() + " & Co");
        }
    }

    @Test
    void the_longest_name_stays_on_the_page() throws IOException {
        try (var file = pdf(Locale.US, "W".repeat(255))) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(text(file).replaceAll("\\s", "")).contains("W".repeat(255));
        }
    }

    private static PdfReader pdf(Locale locale, String customer) throws IOException {
        var words = new FileWords(
                locale,
                "Invoices",
                "Invoice",
                "Customer",
                "Email",
                "Amount",
                "Date",
                "Status",
                Map.of(InvoiceStatus.PENDING, "Pending", InvoiceStatus.PAID, "Paid"));
        var invoice = new InvoiceRow(
                ID,
                UUID.fromString("c0000000-0000-4000-8000-000000000001"),
                customer,
                "ap@example.test",
                "",
                new Money(123_456),
                LocalDate.of(2024, 12, 6),
                InvoiceStatus.PENDING,
                0);
        var bytes = new ByteArrayOutputStream();
        new InvoicePdf(words).write(invoice, bytes);
        return new PdfReader(bytes.toByteArray());
    }

    private static String text(PdfReader file) throws IOException {
        return new PdfTextExtractor(file).getTextFromPage(1);
    }
}
