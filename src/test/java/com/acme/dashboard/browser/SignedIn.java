package com.acme.dashboard.browser;

/**
 * Arrives at a page as somebody who has signed in before: what the form does is {@link SignInIT}'s, and showing it would take
 * every test as long as the page that it is about.
 */
final class SignedIn {

    private SignedIn() {}

    static void open(Browser browser, String path) {
        open(browser, path, SignInPage.USER, SignInPage.USER_PASSWORD);
    }

    static void openAsAdmin(Browser browser, String path) {
        open(browser, path, SignInPage.ADMIN, SignInPage.ADMIN_PASSWORD);
    }

    private static void open(Browser browser, String path, String email, String password) {
        browser.takeSessionOf(email, password);
        browser.open(path);
        browser.waitForClient();
    }
}
