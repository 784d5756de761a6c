package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.export.FileExport;
import com.acme.dashboard.studio.RowExport;
import java.io.OutputStream;
import java.util.OptionalLong;

/** An export of a table's rows as a file. */
record RowFileExport(RowExport export, String fileName, String mediaType, OptionalLong rows) implements FileExport {

    @Override
    public String textKey() {
        return "studio.export";
    }

    @Override
    public void write(OutputStream receiver, Runnable rowWritten) {
        export.write(receiver, rowWritten);
    }

    @Override
    public void cancel() {
        export.cancel();
    }
}
