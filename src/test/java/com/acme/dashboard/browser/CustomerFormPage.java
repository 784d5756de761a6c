package com.acme.dashboard.browser;

/** Creates or edits one customer. */
record CustomerFormPage(Browser browser) {

    CustomerFormPage name(String name) {
        browser.fill("Name", name);
        return this;
    }

    CustomerFormPage email(String email) {
        browser.fill("Email", email);
        return this;
    }

    CustomerFormPage image(String url) {
        browser.fill("Image URL", url);
        return this;
    }

    void create() {
        browser.press("Create Customer");
    }

    void save() {
        browser.press("Save");
    }
}
