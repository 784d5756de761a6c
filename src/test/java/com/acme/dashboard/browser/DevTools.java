package com.acme.dashboard.browser;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openqa.selenium.Point;
import org.openqa.selenium.chromium.HasCdp;

/** What the developer tools of a browser set for its present tab: the network, the screen, headers and downloads. */
final class DevTools {

    private static final int TOUCH_STEPS = 10;

    private final HasCdp driver;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> preferences = new HashMap<>();

    DevTools(HasCdp driver) {
        this.driver = driver;
    }

    /** Keeps what is downloaded from now on in that folder. */
    void downloadInto(Path folder) {
        send("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** From the next page on, links that a script clicks are not followed: somebody else fetches what they lead to. */
    void keepFromFetching() {
        runInEveryPage("HTMLAnchorElement.prototype.click = () => {}");
    }

    /** Runs a script in every page before its own ones. */
    void runInEveryPage(String script) {
        send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Asks for pages in these languages from now on, in the form of the header {@code Accept-Language}. */
    void accept(String languages) {
        sendHeader("Accept-Language", languages);
    }

    /** Keeps a cookie as that server sets its session's. */
    void keepCookie(String server, String name, String value) {
        send(
                "Network.setCookie",
                Map.of("url", server, "name", name, "value", value, "httpOnly", true, "sameSite", "Lax"));
    }

    /** Comes from that address from now on: the tests' application believes what a proxy says. */
    void comeFrom(String address) {
        sendHeader("X-Forwarded-For", address);
    }

    private void sendHeader(String name, String value) {
        headers.put(name, value);
        send("Network.enable", Map.of());
        send("Network.setExtraHTTPHeaders", Map.of("headers", headers));
    }

    /** Holds the Enter key down meanwhile; a page hears that it goes down before a field tells what was typed into it. */
    void pressEnter(Runnable meanwhile) {
        sendEnter("rawKeyDown");
        meanwhile.run();
        sendEnter("keyUp");
    }

    private void sendEnter(String type) {
        send(
                "Input.dispatchKeyEvent",
                Map.of("type", type, "key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13));
    }

    /** A network that takes this long for every answer, and brings so many bytes a second. */
    void slowNetwork(int latencyMilliseconds, int bytesPerSecond) {
        network(false, latencyMilliseconds, bytesPerSecond);
    }

    /** No network at all, as in a tunnel. */
    void noNetwork() {
        network(true, 0, -1);
    }

    void usualNetwork() {
        network(false, 0, -1);
    }

    private void network(boolean offline, int latencyMilliseconds, int bytesPerSecond) {
        send("Network.enable", Map.of());
        send(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        offline,
                        "latency",
                        latencyMilliseconds,
                        "downloadThroughput",
                        bytesPerSecond,
                        "uploadThroughput",
                        bytesPerSecond));
    }

    /** From now on nothing comes from addresses like these, in which {@code *} stands for anything; of none, everything does. */
    void block(String... addresses) {
        send("Network.enable", Map.of());
        send("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** Shows pages as on a screen of that many CSS pixels; smaller than a window can be, too. */
    void resize(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 800));
    }

    /** Nothing moves by itself, as for people whom that makes sick, and no scroll bar is to be seen. */
    void keepStill() {
        prefer("prefers-reduced-motion", "reduce");
        send("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    }

    /** Comes from a system whose windows are {@code light} or {@code dark}; a page that is open changes at once. */
    void useSystemColors(String mode) {
        prefer("prefers-color-scheme", mode);
    }

    /** Comes from a system that shows everything in a few colours of its own, with much contrast. */
    void forceColors() {
        prefer("forced-colors", "active");
    }

    /** Comes from a system on which more contrast is asked for. */
    void askForContrast() {
        prefer("prefers-contrast", "more");
    }

    private void prefer(String feature, String value) {
        preferences.put(feature, value);
        var features = preferences.entrySet().stream()
                .map(preference -> Map.of("name", preference.getKey(), "value", preference.getValue()))
                .toList();
        send("Emulation.setEmulatedMedia", Map.of("features", features));
    }

    /** Shows the present tab before all others, so that what has the focus in it looks so. */
    void bringToFront() {
        send("Page.bringToFront", Map.of());
    }

    /** Forgets all cookies, whatever else pages of these origins have kept, and where downloads go. */
    void forget(Set<String> origins) {
        send("Storage.clearCookies", Map.of());
        origins.forEach(origin -> send("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all")));
        send("Browser.setDownloadBehavior", Map.of("behavior", "default"));
    }

    /** A screen that can be touched, for pages that ask about that when they begin. */
    void useTouchScreen() {
        send("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
    }

    /** Puts a finger on one place of the screen, moves it to another in steps, and lifts it. */
    void dragByTouch(Point from, Point to) {
        useTouchScreen();
        touch("touchStart", List.of(from));
        for (var step = 1; step <= TOUCH_STEPS; step++) {
            var x = from.x + (to.x - from.x) * step / TOUCH_STEPS;
            var y = from.y + (to.y - from.y) * step / TOUCH_STEPS;
            touch("touchMove", List.of(new Point(x, y)));
        }
        touch("touchEnd", List.of());
    }

    private void touch(String type, List<Point> fingers) {
        var places = fingers.stream()
                .map(finger -> Map.of("x", finger.x, "y", finger.y))
                .toList();
        send("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", places));
    }

    /** Shows the page as on paper from now on, after telling it that it is about to be printed. */
    void print() {
        send("Runtime.evaluate", Map.of("expression", "window.dispatchEvent(new Event('beforeprint'))"));
        send("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** What the window shows, in a format that keeps it small. */
    byte[] smallPicture() {
        return picture(Map.of("format", "webp", "quality", 85));
    }

    /** The same exactly as it is, in a format that is made quickly. */
    byte[] exactPicture() {
        return picture(Map.of("format", "png", "optimizeForSpeed", true));
    }

    private byte[] picture(Map<String, Object> format) {
        var taken = driver.executeCdpCommand("Page.captureScreenshot", format);
        return Base64.getDecoder().decode(Objects.toString(taken.get("data")));
    }

    private void send(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }
}
