package com.acme.dashboard.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What stands around every page: the sections, and who is signed in. */
record Shell(Browser browser) {

    private static final By MENU = By.cssSelector("[data-testid='user-menu'] vaadin-menu-bar-button");

    void goTo(String section) {
        browser.click(By.xpath("//nav[@aria-label='Main']//a[normalize-space()='%s']".formatted(section)));
        browser.waitForHeading(section);
    }

    /** The sections that can be gone to. */
    List<String> sections() {
        return browser.driver().findElements(By.cssSelector("nav[aria-label='Main'] a")).stream()
                .map(WebElement::getText)
                .toList();
    }

    void signOut() {
        browser.press("Sign Out");
    }

    /** By its code, such as {@code de}. */
    void chooseLanguage(String code) {
        choose(By.cssSelector("vaadin-menu-bar-item[lang='%s']".formatted(code)));
    }

    /** Of the menu of who is signed in, by its name, such as {@code Dark mode}. */
    void choose(String name) {
        choose(By.xpath("//vaadin-menu-bar-item[normalize-space()='%s']".formatted(name)));
    }

    /** Opens the menu of who is signed in, and waits until it stands still. */
    void openMenu() {
        browser.click(MENU);
        browser.waitForStillness(By.tagName("vaadin-menu-bar-item"));
    }

    private void choose(By item) {
        if (browser.driver().findElements(item).stream().noneMatch(WebElement::isDisplayed)) {
            openMenu();
        }
        browser.waitForStillness(item);
        browser.click(item);
    }
}
