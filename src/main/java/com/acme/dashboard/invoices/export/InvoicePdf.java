package com.acme.dashboard.invoices.export;

import com.acme.dashboard.invoices.InvoiceRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** One invoice on one page, to be sent or printed: Letter for readers in the United States, A4 for all others. */
public final class InvoicePdf {

    /** The media type for HTTP. */
    public static final String MEDIA_TYPE = "application/pdf";

    private static final String BUSINESS = "Acme";
    private static final int MARGIN = 64;

    /** Comes with the library and is embedded: Latin, Greek, Cyrillic and Hebrew letters. */
    private static final String FONT = "font-fallback/LiberationSans-Regular.ttf";

    private static final String UNKNOWN_LETTER = "?";

    private final BaseFont letters = letters();
    private final FileWords words;

    /** Invoices in those words. */
    public InvoicePdf(FileWords words) {
        this.words = words;
    }

    /** The name of the file, such as {@code invoice-2024-12-06-f0000000.pdf}. */
    public static String fileName(InvoiceRow invoice) {
        return "invoice-%s-%s.pdf"
                .formatted(invoice.date(), invoice.id().toString().substring(0, 8));
    }

    /** Writes the whole file and leaves the stream open; throws {@link UncheckedIOException} where it takes no more. */
    public void write(InvoiceRow invoice, OutputStream stream) {
        try (var document = new Document(paper(), MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, stream).setCloseStream(false);
            document.addTitle(words.invoice() + " " + invoice.id());
            document.addAuthor(BUSINESS);
            document.setDocumentLanguage(words.locale().toLanguageTag());
            document.open();
            document.add(new Paragraph(text(BUSINESS, 15)));
            var heading = new Paragraph(text(words.invoice(), 25));
            heading.setSpacingBefore(36);
            document.add(heading);
            document.add(facts(invoice));
            var amount = new Paragraph(text(invoice.amount().format(words.locale()), 25));
            amount.setSpacingBefore(28);
            document.add(amount);
        }
    }

    private PdfPTable facts(InvoiceRow invoice) {
        var facts = new PdfPTable(new float[] {1, 3});
        facts.setWidthPercentage(100);
        facts.setSpacingBefore(20);
        add(facts, words.customer(), invoice.customerName());
        add(facts, words.email(), invoice.customerEmail());
        add(facts, words.invoice(), invoice.id().toString());
        add(
                facts,
                words.date(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(words.locale())
                        .format(invoice.date()));
        add(facts, words.status(), words.of(invoice.status()));
        add(facts, words.amount(), invoice.amount().format(words.locale()));
        return facts;
    }

    private void add(PdfPTable facts, String name, String value) {
        facts.addCell(cell(name));
        facts.addCell(cell(value));
    }

    private PdfPCell cell(String value) {
        var cell = new PdfPCell(text(value, 11));
        // Without one, letters that are read from right to left are written in the order of their storage: backwards.
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidth(0.5f);
        cell.setPaddingTop(7);
        cell.setPaddingBottom(9);
        cell.setPaddingLeft(0);
        return cell;
    }

    /** A letter that the font does not have is shown as a question mark: left out, a name would look like another. */
    private Phrase text(String value, float size) {
        var known = value.codePoints()
                .mapToObj(letter -> letters.charExists(letter) ? Character.toString(letter) : UNKNOWN_LETTER)
                .collect(Collectors.joining());
        return new Phrase(known, new Font(letters, size));
    }

    private Rectangle paper() {
        return words.locale().equals(Locale.US) ? PageSize.LETTER : PageSize.A4;
    }

    private static BaseFont letters() {
        try {
            return BaseFont.createFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
