package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;

/** A question over the page. Its title is a heading of the second level, below the page's; the component's own is of the third. */
public class Question extends ConfirmDialog {

    @Override
    public void setHeader(String title) {
        super.setHeader(title);
        setHeader(new H2(title));
    }

    /** Opens it with the focus on the button that changes nothing, where what the other one does cannot be undone. */
    public void openAtCancel() {
        // The component itself gives the focus to the other button, just before.
        getElement()
                .executeJs("this.shadowRoot.addEventListener('vaadin-overlay-open', "
                        + "() => this.querySelector('[slot=cancel-button]').focus())");
        open();
    }
}
