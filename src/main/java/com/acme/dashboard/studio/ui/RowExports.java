package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.export.TooManyExports;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.export.ExportProgress;
import com.acme.dashboard.studio.RowFormat;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.Locale;
import java.util.OptionalLong;

/** A button that offers the rows, filtered and sorted as they are shown, as a file. */
final class RowExports extends MenuBar {

    private final transient StudioRows rows;
    private final transient TableShape shape;
    private final SerializableSupplier<RowQuery> query;
    private final SerializableSupplier<OptionalLong> expected;

    /**
     * Of the rows of a query.
     *
     * @param query which rows are shown now
     * @param expected about how many rows there are; empty where nobody knows
     */
    RowExports(
            StudioRows rows,
            TableShape shape,
            SerializableSupplier<RowQuery> query,
            SerializableSupplier<OptionalLong> expected) {
        this.rows = rows;
        this.shape = shape;
        this.query = query;
        this.expected = expected;
        setTestId("studio-export");
        addThemeVariants(MenuBarVariant.SMALL);
        var menu = addItem(getTranslation("studio.export")).getSubMenu();
        for (var format : RowFormat.values()) {
            menu.addItem(getTranslation("studio.export." + id(format)), click -> export(format));
        }
    }

    private void export(RowFormat format) {
        try {
            var export = rows.export(shape, query.get(), format);
            new ExportProgress(new RowFileExport(
                            export,
                            Words.fileName(shape.name().name(), id(format)),
                            format.mediaType(),
                            expected.get()))
                    .open();
        } catch (TooManyExports _) {
            Notifications.error(getTranslation("studio.export.too-many"));
        }
    }

    private static String id(RowFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
