package com.acme.dashboard.security.ui;

import com.acme.dashboard.common.ui.SignedInPerson;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** Tells the shell who is signed in. */
@SpringComponent
class SignedInAccount implements SignedInPerson {

    private final AuthenticationContext authentication;

    SignedInAccount(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    @Override
    public String name() {
        return email();
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
