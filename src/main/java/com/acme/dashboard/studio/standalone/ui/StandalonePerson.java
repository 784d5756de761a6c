package com.acme.dashboard.studio.standalone.ui;

import com.acme.dashboard.common.ui.shell.SignedInPerson;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** Who has started Studio, and, in place of an address, which database it is. */
final class StandalonePerson implements SignedInPerson {

    private final StandaloneAccess access;
    private final AuthenticationContext authentication;

    StandalonePerson(StandaloneAccess access, AuthenticationContext authentication) {
        this.access = access;
        this.authentication = authentication;
    }

    @Override
    public String name() {
        return access.person();
    }

    @Override
    public String email() {
        return access.database();
    }

    @Override
    public String wayOut() {
        return "studio.standalone.close";
    }

    @Override
    public void signOut() {
        authentication.logout();
    }
}
