package com.acme.dashboard.todos.ui;

import com.acme.dashboard.common.ui.Question;
import com.vaadin.flow.server.Command;

/** Says that someone deleted the todo meanwhile, and offers to add it again with what was typed. */
final class TodoGoneDialog extends Question {

    TodoGoneDialog(String title, Command addAgain) {
        setHeader(getTranslation("todos.gone"));
        setText(getTranslation("todos.gone.text", title));
        setCancelable(true);
        setCancelText(getTranslation("todos.gone.leave"));
        setConfirmText(getTranslation("todos.gone.add-again"));
        addConfirmListener(confirmed -> addAgain.execute());
    }
}
