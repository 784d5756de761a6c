package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.InPage;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.export.InvoicePdf;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.UUID;

/** Downloads one invoice, as it is stored, on a sheet of its own. */
final class PdfLink extends Anchor {

    private final transient InvoiceService invoices;
    private final UUID id;
    private boolean followedOnce;
    private final InvoicePdf pdf = new InvoicePdf(InvoiceWords.forFiles());

    PdfLink(InvoiceService invoices, UUID id) {
        this.invoices = invoices;
        this.id = id;
        addClassName("button-link");
        setTestId("download-pdf");
        setText(getTranslation("invoices.pdf"));
        setHref(this::write, AttachmentType.DOWNLOAD);
    }

    /** Has the browser fetch the invoice at once, without a link to be seen. */
    static void follow(InvoiceService invoices, UUID id) {
        var link = new PdfLink(invoices, id);
        link.followedOnce = true;
        link.getElement().setAttribute("hidden", true);
        link.getElement().executeJs("this.click()");
        UI.getCurrent().add(link);
    }

    /** Runs in the request for the file, without the lock of the page. */
    private void write(DownloadEvent event) throws IOException {
        if (followedOnce) {
            // It goes once it is being fetched: the list it would pile up in may stay open all day.
            var _ = event.getUI().access(this::removeFromParent);
        }
        event.getResponse().setHeader("Cache-Control", "no-store");
        var found = Failures.read(() -> invoices.row(id), () -> {});
        if (found.isEmpty()) {
            refuse(event, HttpStatusCode.SERVICE_UNAVAILABLE, "invoices.failed.one");
        } else if (found.get().isEmpty()) {
            refuse(event, HttpStatusCode.NOT_FOUND, "invoices.gone");
        } else {
            var invoice = found.get().get();
            event.setFileName(InvoicePdf.fileName(invoice));
            event.setContentType(InvoicePdf.MEDIA_TYPE);
            pdf.write(invoice, event.getOutputStream());
        }
    }

    /** The browser shows nothing of an answer that is no file: the page says why. */
    private static void refuse(DownloadEvent event, HttpStatusCode status, String why) throws IOException {
        var page = event.getUI();
        InPage.run(page, () -> Notifications.error(page.getTranslation(why)));
        event.getResponse().sendError(status.getCode(), status.name());
    }
}
