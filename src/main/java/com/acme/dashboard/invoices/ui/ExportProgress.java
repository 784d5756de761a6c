package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.BrokenDownload;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.invoices.ExportCancelled;
import com.acme.dashboard.invoices.ExportTooSlow;
import com.acme.dashboard.invoices.InvoiceExport;
import com.acme.dashboard.invoices.export.FileFormat;
import com.acme.dashboard.invoices.export.FileWords;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One export while it runs: makes the browser fetch the file, says how far it is, and ends with it. When the page goes,
 * or the person signs out, the export ends, too: nobody could cancel it any more.
 */
final class ExportProgress extends Notification {

    private static final Logger LOG = LoggerFactory.getLogger(ExportProgress.class);

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final InvoiceExport export;
    private final FileFormat format;
    private final String fileName;
    private final FileWords words = InvoiceWords.forFiles();
    private final Span text = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final AtomicLong written = new AtomicLong();
    private long nextReport = System.nanoTime() + PAUSE.toNanos();

    ExportProgress(InvoiceExport export, FileFormat format, String fileName) {
        this.export = export;
        this.format = format;
        this.fileName = fileName;
        setDuration(0);
        setPosition(Position.BOTTOM_END);
        setTestId("export-progress");
        var title = new Span(getTranslation("invoices.export.running", fileName));
        title.addClassName("strong");
        text.addClassName("figures");
        bar.getElement().setAttribute("aria-label", title.getText());
        var cancel = new Button(getTranslation("app.cancel"), click -> cancel());
        cancel.setTestId("export-cancel");
        var file = new Anchor(this::write, "");
        file.getElement().setAttribute("hidden", true);
        file.getElement().executeJs("this.click()");
        var sentence = new Div(title, text);
        sentence.addClassName("export-words");
        sentence.getElement().setAttribute("role", "status");
        var message = new Div(sentence, cancel, bar, file);
        message.addClassName("export-message");
        add(message);
        show();
        addDetachListener(event -> export.cancel());
    }

    private void cancel() {
        export.cancel();
        close();
        Notifications.success(getTranslation("invoices.export.cancelled"));
    }

    /** Runs in the request for the file, without the lock of the page. */
    private void write(DownloadEvent event) throws IOException {
        var page = event.getUI();
        event.setFileName(fileName);
        event.setContentType(format.mediaType());
        event.getResponse().setHeader("Cache-Control", "no-store");
        try {
            var file = format.write(event.getOutputStream(), words);
            export.read(invoice -> {
                file.add(invoice);
                written.incrementAndGet();
                reportNowAndThen(page);
            });
            file.finish();
        } catch (ExportCancelled _) {
            throw new BrokenDownload("The export was cancelled");
        } catch (ExportTooSlow _) {
            LOG.warn("An export took longer than any may, and was ended");
            in(page, () -> fail("invoices.export.too-slow"));
            throw new BrokenDownload("The export took too long");
        } catch (UncheckedIOException gone) {
            LOG.debug("The client has gone", gone);
            in(page, () -> fail("invoices.export.broken-off"));
            throw new BrokenDownload("The client has gone");
        } catch (RuntimeException failure) {
            LOG.error("An export failed", failure);
            in(page, () -> fail("invoices.export.failed"));
            throw new BrokenDownload("The export failed");
        }
        in(page, this::done);
    }

    private void reportNowAndThen(UI page) {
        var now = System.nanoTime();
        if (now - nextReport >= 0) {
            nextReport = now + PAUSE.toNanos();
            in(page, this::show);
        }
    }

    private void show() {
        text.setText(getTranslation("invoices.export.progress", written.get(), export.size()));
        bar.setValue(Math.min(1, (double) written.get() / Math.max(1, export.size())));
    }

    private void done() {
        close();
        Notifications.success(getTranslation("invoices.export.done", written.get(), fileName));
    }

    private void fail(String key) {
        close();
        Notifications.error(getTranslation(key));
    }

    /** A page that has gone meanwhile hears nothing. */
    private static void in(UI page, SerializableRunnable command) {
        page.accessLater(command, () -> {}).run();
    }
}
