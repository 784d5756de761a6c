package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.BrokenDownload;
import com.acme.dashboard.studio.RowExport;
import com.acme.dashboard.studio.RowFormat;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableShape;
import com.acme.dashboard.studio.TooManyRowExports;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/** A button that offers the rows, filtered and sorted as they are shown, as a file. */
final class RowExports extends MenuBar {

    private static final Logger LOG = LoggerFactory.getLogger(RowExports.class);

    private final transient StudioRows rows;
    private final transient TableShape shape;
    private final transient RowQuery query;

    RowExports(StudioRows rows, TableShape shape, RowQuery query) {
        this.rows = rows;
        this.shape = shape;
        this.query = query;
        setTestId("studio-export");
        addThemeVariants(MenuBarVariant.SMALL);
        var menu = addItem(getTranslation("studio.export")).getSubMenu();
        for (var format : RowFormat.values()) {
            menu.addItem(getTranslation("studio.export." + id(format)), click -> fetch(format));
        }
    }

    /** Makes the browser fetch the file. */
    private void fetch(RowFormat format) {
        var file = new Anchor(event -> write(event, format), "");
        file.getElement().setAttribute("hidden", true);
        // As a virtual child, because a menu bar's children are its items.
        getElement().appendVirtualChild(file.getElement());
        file.getElement().executeJs("this.click()");
    }

    /** Runs in the request for the file, without the lock of the page. */
    private void write(DownloadEvent event, RowFormat format) throws IOException {
        event.getResponse().setHeader("Cache-Control", "no-store");
        RowExport export;
        try {
            export = rows.export(shape, query, format);
        } catch (TooManyRowExports _) {
            event.getResponse()
                    .sendError(HttpStatus.TOO_MANY_REQUESTS.value(), getTranslation("studio.export.too-many"));
            return;
        }
        event.setFileName(fileName(format));
        event.setContentType(format.mediaType());
        try (export) {
            export.write(event.getOutputStream());
        } catch (UncheckedIOException gone) {
            LOG.debug("The client has gone", gone);
            throw new BrokenDownload("The client has gone");
        } catch (DataAccessException failure) {
            LOG.error("An export failed", failure);
            throw new BrokenDownload("The export failed");
        }
    }

    /** Of a name that may hold anything, what every file system takes. */
    private String fileName(RowFormat format) {
        return shape.name().name().replaceAll("[^\\p{L}\\p{N}_-]+", "_") + "." + id(format);
    }

    private static String id(RowFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
