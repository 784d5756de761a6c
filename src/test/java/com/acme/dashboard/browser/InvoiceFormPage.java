package com.acme.dashboard.browser;

import org.openqa.selenium.Keys;

/** Creates or edits one invoice. */
record InvoiceFormPage(Browser browser) {

    InvoiceFormPage customer(String name) {
        browser.choose("Customer", name);
        return this;
    }

    InvoiceFormPage amount(String dollars) {
        browser.fill("Amount", dollars);
        return this;
    }

    String amount() {
        return Browser.valueOf(browser.field("Amount"));
    }

    /** As written in English, such as {@code 12/6/2024}. */
    InvoiceFormPage date(String date) {
        browser.fill("Date", date);
        browser.type(Keys.ENTER);
        return this;
    }

    void create() {
        browser.press("Create Invoice");
    }

    void save() {
        browser.press("Save");
    }

    void cancel() {
        browser.press("Cancel");
    }

    void delete() {
        browser.press("Delete");
        browser.confirm();
    }
}
