package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.invoices.export.FileFormat;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.function.Consumer;

/** A button that offers the kinds of files: a word, or a sign where there is no room for it. */
final class ExportMenu extends MenuBar {

    ExportMenu(Consumer<FileFormat> chosen) {
        addClassName("export-menu");
        var root = addItem(getTranslation("invoices.export"));
        root.addComponentAsFirst(Glyph.DOWNLOAD.create());
        for (var format : FileFormat.values()) {
            root.getSubMenu().addItem(InvoiceWords.format("invoices.export.", format), click -> chosen.accept(format));
        }
    }
}
