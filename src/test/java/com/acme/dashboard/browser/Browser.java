package com.acme.dashboard.browser;

import static java.util.stream.Collectors.joining;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser window on the application, in the words of the person who uses it. Every step waits for what it needs. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String CLIENT_IS_IDLE = """
            const clients = window.Vaadin?.Flow?.clients;
            return document.readyState === 'complete' && (!clients || Object.values(clients).every(client => !client.isActive || !client.isActive()));
            """;

    private final WebDriver driver;
    private final String address;

    Browser(WebDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    void open(String path) {
        driver.get(address + path);
    }

    /** Opens a tab beside the present one and goes there; answers the name of the present one. */
    String openTab() {
        var present = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        return present;
    }

    void goToTab(String name) {
        driver.switchTo().window(name);
    }

    String path() {
        return Objects.requireNonNull(driver.getCurrentUrl()).substring(address.length());
    }

    /** Waits until the address, less the server's part, is as wanted. */
    void waitForPath(Predicate<String> wanted) {
        until(ignored -> wanted.test(path()));
    }

    /** Waits until the page has that one main heading. */
    void waitForHeading(String text) {
        find(By.xpath("//h1[normalize-space()='%s']".formatted(text)));
        waitForClient();
    }

    /** Waits until that text is to be seen anywhere on the page. */
    void waitForText(String text) {
        until(ignored -> driver.findElement(By.tagName("body")).getText().contains(text));
    }

    static By testId(String id) {
        return By.cssSelector("[data-testid='%s']".formatted(id));
    }

    /** The native control inside the component with that test id. */
    WebElement inputOf(String testId) {
        return find(By.cssSelector("[data-testid='%s'] input".formatted(testId)));
    }

    /** The native control that the label with this text belongs to. */
    WebElement field(String label) {
        var element = find(By.xpath("//label[normalize-space()='%s']".formatted(label)));
        return find(By.id(Objects.requireNonNull(element.getAttribute("for"))));
    }

    /** Types where the focus is. */
    void type(CharSequence... keys) {
        focused().sendKeys(keys);
        waitForClient();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void doubleClick(By what) {
        new Actions(driver).doubleClick(find(what)).perform();
    }

    /** Clicks as an assistive tool does, without taking the pointer or the focus there first. */
    void activate(By what) {
        ((JavascriptExecutor) driver).executeScript("arguments[0].click()", find(what));
    }

    /** Drags one thing into the upper part of another. */
    void drag(By what, By to) {
        var target = find(to);
        new Actions(driver)
                .clickAndHold(find(what))
                .moveToElement(target)
                .moveByOffset(0, -target.getSize().getHeight() / 3)
                .release()
                .perform();
    }

    void fill(String label, String value) {
        fill(field(label), value);
    }

    void fill(WebElement input, String value) {
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        input.sendKeys(value);
    }

    void press(String button) {
        click(By.xpath("(//button | //vaadin-button)[normalize-space()='%s' and not(@disabled)]".formatted(button)));
    }

    /** Follows the link with that text, or that accessible name. */
    void follow(String link) {
        click(By.xpath("//a[normalize-space()='%1$s' or @aria-label='%1$s']".formatted(link)));
    }

    /** Types into a combo box and takes the first item with that text. */
    void choose(String label, String item) {
        fill(field(label), item);
        click(By.xpath("//vaadin-combo-box-item[contains(., '%s') and not(@hidden)]".formatted(item)));
    }

    /** Presses the confirming button of the open dialog. */
    void confirm() {
        click(By.cssSelector("[slot='confirm-button']"));
    }

    void click(By what) {
        waitForClient();
        until(ignored -> {
            var element = elementToBeClickable(what).apply(driver);
            if (element != null) {
                element.click();
            }
            return element;
        });
        waitForClient();
    }

    WebElement find(By what) {
        return Objects.requireNonNull(until(visibilityOfElementLocated(what)));
    }

    /** One that is on the page, to be seen or not. */
    WebElement present(By what) {
        until(ignored -> !driver.findElements(what).isEmpty());
        return driver.findElement(what);
    }

    /** Waits until something that opens by moving stands where it stays. */
    void waitForStillness(By what) {
        var places = new ArrayList<Rectangle>();
        until(ignored -> {
            places.add(find(what).getRect());
            return places.size() > 1 && places.getLast().equals(places.get(places.size() - 2));
        });
    }

    /** Keeps what is downloaded from now on in that folder. */
    void downloadInto(Path folder) {
        ((HasCdp) driver)
                .executeCdpCommand(
                        "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** Waits until a whole file with that ending is in the folder. */
    Path downloaded(Path folder, String ending) {
        until(ignored -> file(folder, ending).isPresent());
        return file(folder, ending).orElseThrow();
    }

    private static Optional<Path> file(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the next page on, links that a script clicks are not followed: somebody else fetches what they lead to. */
    void keepFromFetching() {
        ((HasCdp) driver)
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of("source", "HTMLAnchorElement.prototype.click = () => {}"));
    }

    /** What this browser says who it is, in the form of the header {@code Cookie}. */
    String cookies() {
        return driver.manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(joining("; "));
    }

    /** Runs a script in the page; an element among the arguments is the element itself there. */
    @Nullable
    Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Waits until the page is there and the client has nothing to ask or to render: what TestBench waits for, too. */
    void waitForClient() {
        until(ignored -> Boolean.TRUE.equals(((JavascriptExecutor) driver).executeScript(CLIENT_IS_IDLE)));
    }

    <T> T until(ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementClickInterceptedException.class)
                .until(condition);
    }

    /** Signs in on the sign-in page, and waits for the page behind it. */
    void signIn(String email, String password) {
        fill("Email", email);
        fill("Password", password);
        press("Log in");
        waitForPath(path -> !path.startsWith("/login"));
        waitForClient();
    }

    /** Waits until no part of the page is a skeleton or a loading row any more. */
    void waitForLoaded() {
        waitForClient();
        until(ignored -> driver.findElements(By.cssSelector(".skeleton, vaadin-grid[loading]"))
                .isEmpty());
    }

    /** Asks for pages in these languages from now on, in the form of the header {@code Accept-Language}. */
    void accept(String languages) {
        var cdp = (HasCdp) driver;
        cdp.executeCdpCommand("Network.enable", Map.of());
        cdp.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", languages)));
    }

    /** Has this browser remember a colour mode, as the user menu does, and loads the page anew. */
    void useColorMode(String mode) {
        driver.manage().addCookie(new Cookie("color-mode", mode));
        driver.navigate().refresh();
    }

    /** Shows pages as on a screen of that many CSS pixels; smaller than a window can be, too. */
    void resize(int width, int height) {
        ((HasCdp) driver)
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 800));
        waitForClient();
    }

    /**
     * What axe-core finds on the page: each rule with the element that breaks it. Left out is the role of a confirm
     * dialog's footer, which is the component's own.
     */
    List<String> accessibilityFaults() {
        return new AxeBuilder()
                .analyze(driver).getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .filter(node -> !"aria-allowed-role".equals(rule.getId())
                                        || !node.getHtml().startsWith("<footer part=\"footer\""))
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
    }

    /** How many CSS pixels wide the page is: more than the window where it can be scrolled sideways. */
    long pageWidth() {
        return (Long) Objects.requireNonNull(
                ((JavascriptExecutor) driver).executeScript("return document.documentElement.scrollWidth"));
    }

    /** What the window shows, in a format that keeps it small. */
    byte[] smallPicture() {
        var taken =
                ((HasCdp) driver).executeCdpCommand("Page.captureScreenshot", Map.of("format", "webp", "quality", 85));
        return Base64.getDecoder().decode(Objects.toString(taken.get("data")));
    }

    byte[] screenshot() {
        return ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES);
    }

    String source() {
        return Objects.requireNonNull(driver.getPageSource());
    }

    /** What the page has written to its console since this was last asked for, one line for each message. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
