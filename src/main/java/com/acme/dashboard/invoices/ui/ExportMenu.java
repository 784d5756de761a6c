package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.invoices.export.FileFormat;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.function.Consumer;

/** A button that offers the kinds of files. */
final class ExportMenu extends MenuBar {

    ExportMenu(Consumer<FileFormat> chosen) {
        var root = addItem(getTranslation("invoices.export"));
        for (var format : FileFormat.values()) {
            root.getSubMenu().addItem(InvoiceWords.format("invoices.export.", format), click -> chosen.accept(format));
        }
    }
}
