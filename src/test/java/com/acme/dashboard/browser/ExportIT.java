package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.security.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files made of invoices, as a browser fetches them. */
@BrowserTest
class ExportIT {

    @LocalServerPort
    private int port;

    @TempDir
    private Path downloads;

    private String customer = "";

    private UUID invoice = UUID.randomUUID();

    @BeforeEach
    void signIn(Browser browser, Rows rows) {
        var created = rows.customer("Edda Holm");
        customer = created.name();
        invoice = rows.invoice(created, 29_999);
        rows.invoice(created, 123_456);
        browser.devTools().downloadInto(downloads);
        InvoiceListPage.open(browser, "?status=pending&sort=amount,desc&query=" + rows.mark());
    }

    @Test
    void the_filtered_and_sorted_list_arrives_as_a_file(Browser browser) throws IOException {
        new ExportMenu(browser).choose("CSV");

        browser.waitForText("2 invoices exported to invoices-");
        var file = new Downloads(downloads).await(browser, ".csv");
        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).contains(customer, "1234.56"))
                .satisfies(lines -> assertThat(lines.get(2)).contains(customer, "299.99"));
    }

    @Test
    void an_invoice_arrives_as_a_pdf(Browser browser) throws IOException {
        browser.follow("Edit invoice of %s, $299.99".formatted(customer));
        browser.waitForHeading("Edit Invoice");
        browser.click(Browser.testId("download-pdf"));

        assertThat(Files.readString(new Downloads(downloads).await(browser, ".pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void a_download_leaves_neither_the_list_nor_what_is_typed(Browser browser) {
        browser.run(Downloads.NOTE_LEAVING);
        new ExportMenu(browser).choose("CSV");
        new Downloads(downloads).await(browser, ".csv");
        assertThat(browser.run(Downloads.STAYED)).isEqualTo(true);

        browser.follow("Edit invoice of %s, $299.99".formatted(customer));
        browser.waitForHeading("Edit Invoice");
        var form = new InvoiceFormPage(browser).amount("12");
        browser.click(Browser.testId("download-pdf"));

        new Downloads(downloads).await(browser, ".pdf");
        assertThat(browser.run(Downloads.STAYED)).isEqualTo(true);
        assertThat(form.amount()).isEqualTo("12");
    }

    @Test
    void an_invoice_that_is_gone_is_said_so_of_where_it_stood(Browser browser, Rows rows) {
        browser.follow("Edit invoice of %s, $299.99".formatted(customer));
        browser.waitForHeading("Edit Invoice");
        var form = new InvoiceFormPage(browser).amount("12");
        rows.delete(invoice);

        browser.click(Browser.testId("download-pdf"));

        browser.waitForText("This invoice has been deleted");
        browser.waitForHeading("Edit Invoice");
        assertThat(form.amount()).isEqualTo("12");
    }

    @Test
    void an_invoice_of_the_list_arrives_as_a_pdf_without_leaving_the_list(Browser browser) throws IOException {
        browser.click(By.cssSelector("[aria-label='Download PDF of invoice of %s, $299.99']".formatted(customer)));

        assertThat(Files.readString(new Downloads(downloads).await(browser, ".pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(browser.path()).contains("/dashboard/invoices?");
        browser.until(
                driver -> driver.findElements(Browser.testId("download-pdf")).isEmpty());
    }

    @Test
    void nobody_else_gets_the_file(Browser browser) {
        var path = new ExportMenu(browser).pathOfAll();

        try (var stranger = new Visitor(port, "127.0.0.1");
                var colleague = new Visitor(port, "127.0.0.1").signedInAs("admin@acme.test", "admin123")) {
            assertThat(stranger.get(path).body()).doesNotContain("Jane Okafor");
            assertThat(stranger.get(path).statusCode()).isNotEqualTo(200);
            assertThat(colleague.get(path).body()).doesNotContain("Jane Okafor");
            assertThat(colleague.get(path).statusCode()).isNotEqualTo(200);
        }
    }
}
