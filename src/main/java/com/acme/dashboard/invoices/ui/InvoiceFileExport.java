package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.export.FileExport;
import com.acme.dashboard.invoices.InvoiceExport;
import com.acme.dashboard.invoices.export.FileFormat;
import com.acme.dashboard.invoices.export.FileWords;
import java.io.OutputStream;
import java.util.OptionalLong;

/** An export of invoices as a file, in the words of the person who has asked for it. */
record InvoiceFileExport(InvoiceExport export, FileFormat format, String fileName, FileWords words)
        implements FileExport {

    @Override
    public String mediaType() {
        return format.mediaType();
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(export.size());
    }

    @Override
    public String textKey() {
        return "invoices.export";
    }

    @Override
    public void write(OutputStream receiver, Runnable rowWritten) {
        var file = format.write(receiver, words);
        export.read(invoice -> {
            file.add(invoice);
            rowWritten.run();
        });
        file.finish();
    }

    @Override
    public void cancel() {
        export.cancel();
    }
}
