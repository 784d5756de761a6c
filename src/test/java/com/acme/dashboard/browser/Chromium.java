package com.acme.dashboard.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Finds Chromium or Chrome on this machine and starts it, headless unless {@code -Dheadless=false}. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private Chromium() {}

    /** The browser named by {@code CHROME_BIN}, else the first one on the path. */
    static Optional<Path> find() {
        return Optional.ofNullable(System.getenv("CHROME_BIN")).map(Path::of).or(() -> onPath(NAMES));
    }

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
        var service = new ChromeDriverService.Builder();
        onPath(List.of("chromedriver")).map(Path::toFile).ifPresent(service::usingDriverExecutable);
        var driver = new ChromeDriver(service.build(), options);
        driver.manage().window().setSize(new Dimension(1280, 900));
        return driver;
    }

    private static Optional<Path> onPath(List<String> names) {
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
        return names.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
