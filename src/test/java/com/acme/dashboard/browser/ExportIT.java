package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.security.Visitor;
import com.zaxxer.hikari.pool.ProxyConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** Files made of invoices, as a browser fetches them; where it has to last, a lock or a slow reader holds it up. */
@BrowserTest
@Isolated("locks and fills the table that everybody reads, and takes the places of all exports")
class ExportIT {

    private static final By MENU = By.cssSelector("[data-testid='export-menu'] vaadin-menu-bar-button");
    private static final By FILE = By.cssSelector(".export-message a[href]");

    /** More than what lies between server and client on one machine holds. */
    private static final int MANY = 200_000;

    private static final LocalDate FILLED = LocalDate.of(2024, 1, 1);

    private static final int HELD_BY_THE_CLIENT = 4096;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource pool;

    @LocalServerPort
    private int port;

    @TempDir
    private Path downloads;

    @BeforeEach
    void signIn(Browser browser) {
        browser.devTools().downloadInto(downloads);
        InvoiceListPage.open(browser, "?status=pending&sort=amount,desc");
    }

    @AfterEach
    void empty() {
        jdbc.sql("delete from invoices where date = :date")
                .param("date", FILLED)
                .update();
    }

    @Test
    void the_filtered_and_sorted_list_arrives_as_a_file(Browser browser) throws IOException {
        export(browser, "CSV");

        browser.waitForText("2 invoices exported to invoices-");
        var file = new Downloads(downloads).await(browser, ".csv");
        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).contains("Jane Okafor", "1234.56"))
                .satisfies(lines -> assertThat(lines.get(2)).contains("Harbor & Pine", "299.99"));
    }

    @Test
    void an_invoice_arrives_as_a_pdf(Browser browser) throws IOException {
        browser.follow("Edit invoice of Harbor & Pine, $299.99");
        browser.waitForHeading("Edit Invoice");
        browser.click(Browser.testId("download-pdf"));

        assertThat(Files.readString(new Downloads(downloads).await(browser, ".pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void an_invoice_of_the_list_arrives_as_a_pdf_without_leaving_the_list(Browser browser) throws IOException {
        browser.click(By.cssSelector("[aria-label='Download PDF of invoice of Harbor & Pine, $299.99']"));

        assertThat(Files.readString(new Downloads(downloads).await(browser, ".pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(browser.path()).contains("/dashboard/invoices?");
        browser.until(
                driver -> driver.findElements(Browser.testId("download-pdf")).isEmpty());
    }

    @Test
    void a_cancelled_export_ends_in_the_database_too(Browser browser) throws SQLException {
        try (var blocker = lockedInvoices()) {
            export(browser, "Excel");
            browser.waitForText("Exporting invoices-");
            browser.until(ignored -> waiting() == 1);

            browser.click(Browser.testId("export-cancel"));

            browser.waitForText("Export cancelled.");
            browser.until(ignored -> waiting() == 0);
            blocker.rollback();
        }
    }

    @Test
    void one_export_too_many_is_refused_in_words_and_the_others_go_on(Browser browser) throws SQLException {
        try (var blocker = lockedInvoices()) {
            export(browser, "CSV");
            browser.until(ignored -> waiting() == 1);
            export(browser, "CSV");
            browser.until(ignored -> waiting() == 2);

            export(browser, "CSV");

            browser.waitForText("Other exports are running");
            blocker.rollback();
        }
        browser.waitForText("2 invoices exported to invoices-");
        assertThat(new Downloads(downloads).await(browser, ".csv")).isNotEmptyFile();
    }

    @Test
    void nobody_else_gets_the_file(Browser browser) {
        var path = fileOfAll(browser);

        try (var stranger = new Visitor(port, "127.0.0.1");
                var colleague = new Visitor(port, "127.0.0.1").signedInAs("admin@acme.test", "admin123")) {
            assertThat(stranger.get(path).body()).doesNotContain("Jane Okafor");
            assertThat(stranger.get(path).statusCode()).isNotEqualTo(200);
            assertThat(colleague.get(path).body()).doesNotContain("Jane Okafor");
            assertThat(colleague.get(path).statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    @ExpectedLog(
            value = {ProxyConnection.class, TransactionTemplate.class, DefaultHandlerExceptionResolver.class},
            named = "com.acme.dashboard.common.ui.ExportProgress")
    void a_failure_in_the_middle_breaks_the_file_off(Browser browser) throws IOException {
        fill();
        try (var client = fetch(browser)) {
            assertThat(client.getInputStream().readNBytes(HELD_BY_THE_CLIENT))
                    .asString()
                    .startsWith("HTTP/1.1 200");
            browser.until(ignored -> kill() == 1);

            // The last chunk of a whole answer is an empty one.
            var rest = client.getInputStream().readAllBytes();
            assertThat(new String(rest, StandardCharsets.UTF_8)).doesNotEndWith("\r\n0\r\n\r\n");
        }
        browser.waitForText("The export failed");
    }

    @Test
    void a_client_that_goes_away_makes_room_for_others(Browser browser) throws IOException {
        fill();
        for (var time = 0; time < 3; time++) {
            try (var client = fetch(browser)) {
                assertThat(client.getInputStream().readNBytes(HELD_BY_THE_CLIENT))
                        .isNotEmpty();
            }
            browser.until(ignored -> exporting() == 0);
        }
        assertThat(downloads).isEmptyDirectory();
    }

    private void export(Browser browser, String format) {
        browser.click(MENU);
        var item = By.xpath("//vaadin-menu-bar-item[@role='menuitem' and normalize-space()='%s']".formatted(format));
        browser.waitForStillness(item);
        browser.click(item);
    }

    /** Where the file of all invoices is, which the browser does not fetch. */
    private String fileOfAll(Browser browser) {
        browser.devTools().keepFromFetching();
        browser.open("/dashboard/invoices");
        browser.waitForLoaded();
        export(browser, "CSV");
        var address = Objects.requireNonNull(browser.present(FILE).getDomProperty("href"));
        return address.substring(address.indexOf('/', "http://".length()));
    }

    /** The same request as the browser's, by a client that takes little at a time. */
    private Socket fetch(Browser browser) throws IOException {
        var path = fileOfAll(browser);
        var client = new Socket();
        client.setReceiveBufferSize(HELD_BY_THE_CLIENT);
        client.connect(new InetSocketAddress("localhost", port));
        client.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost:%d\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                        .formatted(path, port, browser.cookies())
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private Connection lockedInvoices() throws SQLException {
        var connection = pool.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table invoices in access exclusive mode");
        }
        return connection;
    }

    private void fill() {
        jdbc.sql("""
                        insert into invoices (customer_id, amount, status, date)
                        select 'c0000000-0000-4000-8000-000000000001', n, 'pending', :date
                        from generate_series(1, :many) n
                        """).param("many", MANY).param("date", FILLED).update();
    }

    private long waiting() {
        return count("wait_event_type = 'Lock'");
    }

    private long exporting() {
        return count("state <> 'idle'");
    }

    private long kill() {
        return jdbc.sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and query like '%customer_key%' and state <> 'idle'")
                .query((rows, _) -> rows.getLong(1))
                .single();
    }

    private long count(String condition) {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and query like '%customer_key%' and "
                                + condition)
                .query((rows, _) -> rows.getLong(1))
                .single();
    }
}
