package com.acme.dashboard.common.ui.shell;

/** Who is signed in, as the shell shows it; the one bean answers for the current user. */
public interface SignedInPerson {

    /** The person's name. */
    String name();

    /** The address they sign in with. */
    String email();

    /** The key of what the way out is called. */
    default String wayOut() {
        return "app.sign-out";
    }

    /** Ends the session and leads to the sign-in page. */
    void signOut();
}
