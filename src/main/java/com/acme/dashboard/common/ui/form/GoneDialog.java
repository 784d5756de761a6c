package com.acme.dashboard.common.ui.form;

import com.acme.dashboard.common.ui.Question;
import com.vaadin.flow.server.Command;

/** Says that someone deleted meanwhile what is being edited, and offers to create it again with what was typed. */
public final class GoneDialog extends Question {

    /** With its (translated) title. */
    public GoneDialog(String title, Command createAgain, Command giveUp) {
        setHeader(title);
        setText(getTranslation("common.gone.text"));
        setCancelable(true);
        setCancelText(getTranslation("common.gone.stay"));
        setRejectable(true);
        setRejectText(getTranslation("common.gone.give-up"));
        setConfirmText(getTranslation("common.gone.create-again"));
        addRejectListener(rejected -> giveUp.execute());
        addConfirmListener(confirmed -> createAgain.execute());
    }
}
