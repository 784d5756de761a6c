package com.acme.dashboard.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.manager.SeleniumManager;

/** Finds Chromium or Chrome and starts it, headless unless {@code -Dheadless=false}. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private Chromium() {}

    /**
     * The browser that these variables lead to: the one named by {@code CHROME_BIN}, else the first one on the path. Where
     * there is none, Selenium Manager is asked to get one, but not with {@code CI=true}, where nothing may come from
     * somewhere without being said.
     *
     * @throws IllegalStateException with {@code CI=true} where there is none
     */
    static Optional<Path> find(Map<String, String> variables) {
        var installed =
                Optional.ofNullable(variables.get("CHROME_BIN")).map(Path::of).or(() -> onPath(variables, NAMES));
        if (installed.isEmpty() && "true".equals(variables.get("CI"))) {
            throw new IllegalStateException(
                    "No Chromium or Chrome on the path or in CHROME_BIN: the browser tests need one.");
        }
        return installed.or(() -> Downloaded.BROWSER);
    }

    /** Starts that browser. A script's errors and messages are kept, see {@link Browser#console}. */
    static WebDriver start(Path browser) {
        var options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--lang=en-US");
        if (!"false".equals(System.getProperty("headless"))) {
            options.addArguments("--headless=new");
        }
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        var service = new ChromeDriverService.Builder();
        onPath(System.getenv(), List.of("chromedriver")).map(Path::toFile).ifPresent(service::usingDriverExecutable);
        var driver = new ChromeDriver(service.build(), options);
        driver.manage().window().setSize(new Dimension(1280, 900));
        return driver;
    }

    private static Optional<Path> onPath(Map<String, String> variables, List<String> names) {
        var folders = variables.getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return names.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Asked for once in a run, by the first test that finds no other. */
    private static final class Downloaded {

        private static final Optional<Path> BROWSER = download();

        private static Optional<Path> download() {
            try {
                var paths = SeleniumManager.getInstance().getBinaryPaths(List.of("--browser", "chrome"));
                System.out.println("The browser tests use " + paths.getBrowserPath() + ", got by Selenium Manager");
                return Optional.of(Path.of(paths.getBrowserPath()));
            } catch (WebDriverException e) {
                System.out.println("Selenium Manager could not get a browser: " + e.getRawMessage());
                return Optional.empty();
            }
        }
    }
}
