package com.acme.dashboard.common.ui.export;

import com.acme.dashboard.common.export.ExportCancelled;
import com.acme.dashboard.common.export.ExportNotFetched;
import com.acme.dashboard.common.export.ExportTooLarge;
import com.acme.dashboard.common.export.ExportTooSlow;
import com.acme.dashboard.common.ui.InPage;
import com.acme.dashboard.common.ui.LostFocus;
import com.acme.dashboard.common.ui.Notifications;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
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
public final class ExportProgress extends Notification {

    private static final Logger LOG = LoggerFactory.getLogger(ExportProgress.class);

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final transient FileExport export;
    private final Span text = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final AtomicLong written = new AtomicLong();
    private long nextReport = System.nanoTime() + PAUSE.toNanos();

    /** Of an export that was allowed; it begins once this is opened. */
    public ExportProgress(FileExport export) {
        this.export = export;
        setDuration(0);
        setPosition(Position.BOTTOM_END);
        setTestId("export-progress");
        var title = new Span(text("running", export.fileName()));
        title.addClassName("strong");
        title.getElement().setAttribute("role", "status");
        text.addClassName("figures");
        // The bar says it to whoever asks: read out each time it would drown everything else.
        text.getElement().setAttribute("aria-live", "off");
        bar.getElement().setAttribute("aria-label", title.getText());
        var cancel = new Button(getTranslation("app.cancel"), click -> cancel());
        cancel.setTestId("export-cancel");
        var file = new Anchor(this::write, AttachmentType.DOWNLOAD, "");
        file.getElement().setAttribute("hidden", true);
        file.getElement().executeJs("this.click()");
        var sentence = new Div(title, text);
        sentence.addClassName("export-words");
        var message = new Div(sentence, cancel, bar, file);
        message.addClassName("export-message");
        add(message);
        bar.setIndeterminate(export.rows().isEmpty());
        show();
        addDetachListener(event -> export.cancel());
    }

    private void cancel() {
        export.cancel();
        close();
        LostFocus.takeToContent();
        Notifications.success(text("cancelled"));
    }

    /** Runs in the request for the file, without the lock of the page. */
    private void write(DownloadEvent event) throws IOException {
        var page = event.getUI();
        event.setFileName(export.fileName());
        event.setContentType(export.mediaType());
        event.getResponse().setHeader("Cache-Control", "no-store");
        try {
            export.write(event.getOutputStream(), () -> {
                written.incrementAndGet();
                reportNowAndThen(page);
            });
        } catch (ExportCancelled _) {
            throw new BrokenDownload("The export was cancelled");
        } catch (ExportNotFetched _) {
            InPage.run(page, () -> fail("not-fetched"));
            throw new BrokenDownload("Nobody came for the export in time");
        } catch (ExportTooSlow _) {
            LOG.warn("An export took longer than any may, and was ended");
            InPage.run(page, () -> fail("too-slow"));
            throw new BrokenDownload("The export took too long");
        } catch (ExportTooLarge failure) {
            LOG.warn("An export came to rows that are too large", failure);
            InPage.run(page, () -> fail("too-large", written.get()));
            throw new BrokenDownload("The next rows are too large");
        } catch (UncheckedIOException gone) {
            LOG.debug("The client has gone", gone);
            InPage.run(page, () -> fail("broken-off"));
            throw new BrokenDownload("The client has gone");
        } catch (RuntimeException failure) {
            LOG.error("An export failed", failure);
            InPage.run(page, () -> fail("failed"));
            throw new BrokenDownload("The export failed");
        }
        InPage.run(page, this::done);
    }

    private void reportNowAndThen(UI page) {
        var now = System.nanoTime();
        if (now - nextReport >= 0) {
            nextReport = now + PAUSE.toNanos();
            InPage.run(page, this::show);
        }
    }

    private void show() {
        var rows = export.rows();
        if (rows.isPresent()) {
            text.setText(text("progress", written.get(), rows.getAsLong()));
            bar.setValue(Math.min(1, (double) written.get() / Math.max(1, rows.getAsLong())));
        } else {
            text.setText(text("progress-of-unknown", written.get()));
        }
    }

    private void done() {
        close();
        Notifications.success(text("done", written.get(), export.fileName()));
    }

    private void fail(String why, Object... parameters) {
        close();
        Notifications.error(text(why, parameters));
    }

    private String text(String key, Object... parameters) {
        return getTranslation(export.textKey() + "." + key, parameters);
    }
}
