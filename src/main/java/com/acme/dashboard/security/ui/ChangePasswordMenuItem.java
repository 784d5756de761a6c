package com.acme.dashboard.security.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.shell.UserMenuItem;
import com.acme.dashboard.security.OwnPassword;
import com.vaadin.flow.spring.annotation.SpringComponent;

/** The line of the user's menu that leads to a new password. */
@SpringComponent
class ChangePasswordMenuItem implements UserMenuItem {

    private final OwnPassword password;

    ChangePasswordMenuItem(OwnPassword password) {
        this.password = password;
    }

    @Override
    public String textKey() {
        return "password.change";
    }

    @Override
    public Glyph glyph() {
        return Glyph.LOCK;
    }

    @Override
    public void choose() {
        new ChangePasswordDialog(password).open();
    }
}
