package com.acme.dashboard.common.ui;

/** Who is signed in, as the shell shows it; the one bean answers for the current user. */
public interface SignedInPerson {

    /** The person's name. */
    String name();

    /** The address they sign in with. */
    String email();

    /** Ends the session and leads to the sign-in page. */
    void signOut();
}
