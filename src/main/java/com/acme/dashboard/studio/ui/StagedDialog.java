package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.List;

/** The staged changes as SQL, each with a way to take it back. */
final class StagedDialog extends Dialog {

    private final transient StudioEdits edits;
    private final transient TableShape shape;
    private final transient StagedChanges staged;
    private final OrderedList list = new OrderedList();
    private final List<Button> backs = new ArrayList<>();

    StagedDialog(StudioEdits edits, TableShape shape, StagedChanges staged) {
        this.edits = edits;
        this.shape = shape;
        this.staged = staged;
        setTestId("studio-staged-sql");
        addClassName("studio-staged");
        setHeaderTitle(getTranslation("studio.edit.sql"));
        add(list);
        getFooter().add(new Button(getTranslation("studio.close"), click -> close()));
        show();
    }

    private void show() {
        list.removeAll();
        backs.clear();
        staged.list().forEach(change -> list.add(item(change)));
    }

    private ListItem item(StagedChange change) {
        var back = new Button(getTranslation("studio.edit.take-back"), click -> takeBack(change));
        backs.add(back);
        return new ListItem(Words.sql(edits.preview(shape, List.of(change.edit()))), back);
    }

    /** The next one's button gets the focus, which goes with the pressed one. */
    private void takeBack(StagedChange change) {
        var place = staged.list().indexOf(change);
        staged.takeBack(change);
        if (staged.isEmpty()) {
            close();
        } else {
            show();
            backs.get(Math.min(place, backs.size() - 1)).focus();
        }
    }
}
