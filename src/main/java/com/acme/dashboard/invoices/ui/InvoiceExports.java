package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.export.TooManyExports;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.Question;
import com.acme.dashboard.common.ui.export.ExportProgress;
import com.acme.dashboard.invoices.InvoiceExport;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.export.FileFormat;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;

/** Starts exports, or says in words why not. */
@SpringComponent
class InvoiceExports {

    private final InvoiceService invoices;
    private final Clock clock;

    InvoiceExports(InvoiceService invoices, Clock clock) {
        this.invoices = invoices;
        this.clock = clock;
    }

    /** Exports what the list shows, all of it, in its order. */
    void exportAll(InvoiceListState list, FileFormat format) {
        export(() -> invoices.export(list.filter(), list.sort()), format);
    }

    /** Exports those with the ids, in the order of the list. */
    void exportSelected(Collection<UUID> ids, InvoiceListState list, FileFormat format) {
        export(() -> invoices.exportOf(ids, list.sort()), format);
    }

    private void export(Supplier<InvoiceExport> begin, FileFormat format) {
        Failures.attempt(
                () -> {
                    try {
                        start(begin, begin.get(), format);
                    } catch (TooManyExports _) {
                        Notifications.error(I18NProvider.translate("invoices.export.too-many"));
                    }
                },
                () -> Notifications.error(I18NProvider.translate("invoices.export.failed")));
    }

    private void start(Supplier<InvoiceExport> begin, InvoiceExport export, FileFormat format) {
        if (export.size() > format.mostInvoices()) {
            export.cancel();
            offerCsv(begin, export.size(), format);
        } else {
            new ExportProgress(new InvoiceFileExport(
                            export, format, format.fileName(LocalDate.now(clock)), InvoiceWords.forFiles()))
                    .open();
        }
    }

    private void offerCsv(Supplier<InvoiceExport> begin, long size, FileFormat format) {
        var dialog = new Question();
        dialog.setHeader(I18NProvider.translate("invoices.export.sheet-full"));
        dialog.setText(I18NProvider.translate("invoices.export.sheet-full.text", format.mostInvoices(), size));
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("app.cancel"));
        dialog.setConfirmText(I18NProvider.translate("invoices.export.sheet-full.csv"));
        dialog.addConfirmListener(confirmed -> export(begin, FileFormat.CSV));
        dialog.open();
    }
}
