package com.acme.dashboard;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Set;

/** A test of pages on the server's side alone, without a browser. */
public abstract class BrowserlessTest extends SpringBrowserlessTest {

    /** The same for all: each search for routes goes through every jar of the class path, and is done once for what it is told. */
    @Override
    protected Set<String> scanPackages() {
        return Set.of(Application.class.getPackageName());
    }

    /** The one button with that text, in the page or in a dialog. */
    protected Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    protected void press(String text) {
        test(button(text)).click();
    }

    protected ConfirmDialog dialog() {
        return find(ConfirmDialog.class).single();
    }

    /** The rows of the one table that compares what two people have made of something, its head first. */
    protected List<List<String>> comparison() {
        return find(NativeTable.class)
                .single()
                .getElement()
                .getChildren()
                .flatMap(part -> part.getChildren())
                .map(row -> row.getChildren().map(cell -> cell.getText()).toList())
                .toList();
    }

    /** The text of the latest message at the edge of the page. */
    protected String notification() {
        return find(Span.class)
                .withClassName("notification-text")
                .from(find(Notification.class).last())
                .single()
                .getText();
    }
}
