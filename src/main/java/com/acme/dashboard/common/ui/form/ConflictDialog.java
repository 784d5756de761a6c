package com.acme.dashboard.common.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.util.List;

/** Tells the second of two people who edit the same thing field by field what the first one saved, and lets them choose. */
public final class ConflictDialog extends Dialog {

    /** A field that someone changed: its name, and in words what both started from, what is stored now, what was to be saved. */
    public record Difference(String field, String before, String theirs, String mine) {}

    /** With its (translated) title. */
    public ConflictDialog(String title, List<Difference> differences, Command takeTheirs, Command overwrite) {
        setTestId("conflict");
        setHeaderTitle(title);
        add(new Paragraph(getTranslation("common.conflict.text")), table(differences));
        getFooter()
                .add(
                        new Button(getTranslation("common.conflict.stay"), click -> close()),
                        button("common.conflict.overwrite", overwrite, ButtonVariant.ERROR),
                        button("common.conflict.take-theirs", takeTheirs, ButtonVariant.PRIMARY));
    }

    private NativeTable table(List<Difference> differences) {
        var head = new NativeTableRow();
        for (var column : new String[] {"field", "before", "theirs", "mine"}) {
            head.add(new NativeTableHeaderCell(getTranslation("common.conflict." + column)));
        }
        var body = new NativeTableBody();
        for (var difference : differences) {
            var name = new NativeTableHeaderCell(difference.field());
            name.getElement().setAttribute("scope", "row");
            body.add(new NativeTableRow(
                    name,
                    new NativeTableCell(difference.before()),
                    new NativeTableCell(difference.theirs()),
                    new NativeTableCell(difference.mine())));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("comparison");
        return table;
    }

    private Button button(String key, Command command, ButtonVariant variant) {
        var button = new Button(getTranslation(key), click -> {
            close();
            command.execute();
        });
        button.addThemeVariants(variant);
        return button;
    }
}
