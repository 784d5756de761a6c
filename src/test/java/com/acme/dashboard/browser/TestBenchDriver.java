package com.acme.dashboard.browser;

import com.vaadin.testbench.TestBench;
import org.openqa.selenium.WebDriver;

/**
 * The one class that touches TestBench, which checks its licence when it is initialized: {@link DriverChoice} alone calls it,
 * where a key is configured.
 */
final class TestBenchDriver {

    private TestBenchDriver() {}

    static WebDriver wrap(WebDriver driver) {
        return TestBench.createDriver(driver);
    }
}
