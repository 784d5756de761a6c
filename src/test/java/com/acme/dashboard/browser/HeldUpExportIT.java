package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.zaxxer.hikari.pool.ProxyConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** Files made of invoices that a lock or a slow reader holds up. */
@BrowserTest
@Isolated("locks and fills the table that everybody reads, and takes the places of all exports")
class HeldUpExportIT {

    /** Together more than what lies between server and client on one machine holds: their customer has long names. */
    private static final int MANY = 30_000;

    private static final UUID WORDY = UUID.fromString("c0000000-0000-4000-8000-00000000f111");

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
        jdbc.sql("delete from invoices where customer_id = :id")
                .param("id", WORDY)
                .update();
        jdbc.sql("delete from customers where id = :id").param("id", WORDY).update();
    }

    @Test
    void a_cancelled_export_ends_in_the_database_too(Browser browser) throws SQLException {
        var menu = new ExportMenu(browser);
        try (var blocker = lockedInvoices()) {
            menu.choose("Excel");
            browser.waitForText("Exporting invoices-");
            browser.until(ignored -> waiting() == 1);

            browser.find(Browser.testId("export-cancel")).sendKeys(Keys.ENTER);

            browser.waitForText("Export cancelled.");
            browser.untilInPage(
                    () -> "the focus on the page's content", "return document.activeElement.id === 'content'");
            browser.until(ignored -> waiting() == 0);
            blocker.rollback();
        }
    }

    @Test
    void one_export_too_many_is_refused_in_words_and_the_others_go_on(Browser browser) throws SQLException {
        var menu = new ExportMenu(browser);
        try (var blocker = lockedInvoices()) {
            menu.choose("CSV");
            browser.until(ignored -> waiting() == 1);
            menu.choose("CSV");
            browser.until(ignored -> waiting() == 2);

            menu.choose("CSV");

            browser.waitForText("Other exports are running");
            blocker.rollback();
        }
        browser.waitForText("2 invoices exported to invoices-");
        assertThat(new Downloads(downloads).await(browser, ".csv")).isNotEmptyFile();
    }

    @Test
    @ExpectedLog(
            value = {ProxyConnection.class, TransactionTemplate.class, DefaultHandlerExceptionResolver.class},
            named = "com.acme.dashboard.common.ui.export.ExportProgress")
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

    /** The same request as the browser's, by a client that takes little at a time. */
    private Socket fetch(Browser browser) throws IOException {
        var path = new ExportMenu(browser).pathOfAll();
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
                        insert into customers (id, name, email, image_url)
                        values (:id, repeat('n', 255), repeat('e', 240) || '@example.test', '')
                        """).param("id", WORDY).update();
        jdbc.sql("""
                        insert into invoices (customer_id, amount, status, date)
                        select :customer, n, 'pending', date '2024-01-01'
                        from generate_series(1, :many) n
                        """).param("customer", WORDY).param("many", MANY).update();
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
