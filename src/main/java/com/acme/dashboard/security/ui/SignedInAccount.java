package com.acme.dashboard.security.ui;

import com.acme.dashboard.common.ui.shell.SignedInPerson;
import com.acme.dashboard.security.Account;
import com.acme.dashboard.security.CurrentUser;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** Tells the shell who is signed in. */
@SpringComponent
class SignedInAccount implements SignedInPerson {

    private final CurrentUser user;
    private final AuthenticationContext authentication;

    SignedInAccount(CurrentUser user, AuthenticationContext authentication) {
        this.user = user;
        this.authentication = authentication;
    }

    @Override
    public String name() {
        return user.account().map(Account::name).orElseGet(this::email);
    }

    @Override
    public String email() {
        return authentication.getPrincipalName().orElse("");
    }

    @Override
    public void signOut() {
        authentication.logout();
    }
}
