package com.acme.dashboard.browser;

/** Where everybody begins. */
record SignInPage(Browser browser) {

    static final String USER = "user@acme.test";
    static final String USER_PASSWORD = "123456";
    static final String ADMIN = "admin@acme.test";
    static final String ADMIN_PASSWORD = "admin123";

    /** Asks for a page as somebody who is not signed in yet, signs in as the user, and arrives at the page asked for. */
    static void open(Browser browser, String path) {
        browser.open(path);
        new SignInPage(browser).waitFor().signIn(USER, USER_PASSWORD);
    }

    SignInPage waitFor() {
        browser.waitForHeading("Sign in");
        return this;
    }

    /** With what is right, and waits for the page behind it. */
    void signIn(String email, String password) {
        fill(email, password);
        browser.waitForPath(path -> !path.startsWith("/login"));
        browser.waitForClient();
    }

    /** With what the server refuses, and waits for what it says. */
    void fail(String email, String password, String message) {
        fill(email, password);
        browser.waitForText(message);
    }

    private void fill(String email, String password) {
        browser.fill("Email", email);
        browser.fill("Password", password);
        browser.press("Log in");
    }
}
