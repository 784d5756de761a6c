package com.acme.dashboard.browser;

import java.util.Map;
import java.util.Properties;
import org.openqa.selenium.WebDriver;

/**
 * Which driver the browser tests use: TestBench where its licence key is configured, else Selenium's own. Tests and pages
 * see no difference, since {@link Browser} waits for the Vaadin client as TestBench does.
 *
 * @param testBench whether drivers are wrapped by TestBench
 * @param reason why, in words for a log
 */
record DriverChoice(boolean testBench, String reason) {

    static DriverChoice of(Properties properties, Map<String, String> variables) {
        return LicenceKey.place(properties, variables)
                .map(place -> new DriverChoice(true, "a Vaadin licence key is configured in " + place))
                .orElseGet(() -> new DriverChoice(
                        false,
                        "no Vaadin licence key is configured, neither in the variables %s nor in ~/.vaadin/%s"
                                .formatted(
                                        String.join(", ", LicenceKey.VARIABLES), String.join(", ", LicenceKey.FILES))));
    }

    /** The driver that tests use. A key that TestBench does not accept fails here, with TestBench's own message. */
    WebDriver wrap(WebDriver driver) {
        return testBench ? TestBenchDriver.wrap(driver) : driver;
    }

    @Override
    public String toString() {
        return "The browser tests use %s: %s".formatted(testBench ? "TestBench" : "Selenium without TestBench", reason);
    }
}
