package com.acme.dashboard.browser;

import static java.util.stream.Collectors.joining;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import com.acme.dashboard.security.Visitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;

/** A browser window on the application, in the words of the person who uses it. Every step waits for what it needs. */
final class Browser implements AutoCloseable {

    static final String SESSION = "JSESSIONID";

    private static final String CLIENT_IS_IDLE = """
            const clients = window.Vaadin?.Flow?.clients;
            return document.readyState === 'complete' && (!clients || Object.values(clients).every(client => !client.isActive || !client.isActive()));
            """;

    /** For a message: what keeps {@link #CLIENT_IS_IDLE} from being true. */
    private static final String WHAT_CLIENTS_DO = """
            const clients = Object.entries(window.Vaadin?.Flow?.clients ?? {});
            return [document.readyState, ...clients.map(([name, client]) => `${name} ${client.isActive?.() ? 'busy' : 'idle'}`)].join(', ');
            """;

    private static final String LOADING = ".skeleton, vaadin-grid[loading]";

    private static final String NOTHING_IS_LOADING = "return !document.querySelector('%s')".formatted(LOADING);

    /** The first argument is the text. */
    private static final String HAS_HEADING = """
            const texts = [...document.querySelectorAll('h1')].filter((it) => it.checkVisibility()).map((it) => it.textContent);
            return texts.some((text) => text.trim().replace(/\\s+/g, ' ') === arguments[0]);
            """;

    /** The first argument is the text. */
    private static final String HAS_TEXT = "return document.body.innerText.includes(arguments[0])";

    private static final String HAS_NO_TEXT = "return !document.body.innerText.includes(arguments[0])";

    /** For a message: the outermost tag of each, how large it is, and how many rows a grid believes that it has. */
    private static final String STILL_LOADING = """
            return [...document.querySelectorAll('%s')].map((it) =>
              `${it.cloneNode().outerHTML} of ${it.offsetWidth} × ${it.offsetHeight} pixels, size ${it.size}`).join('; ');
            """.formatted(LOADING);

    private static final String STAND_STILL = """
            document.getAnimations().forEach((it) => it.finish());
            return document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
            """;

    /** Cells stand in the document in another order than on the screen. */
    private static final String CHECK_ROW_OF = """
            const middle = (element) => element.getBoundingClientRect().top + element.offsetHeight / 2;
            const boxes = [...document.querySelectorAll('vaadin-grid-cell-content > vaadin-checkbox')];
            const distance = (box) => Math.abs(middle(box) - middle(arguments[0]));
            boxes.sort((one, other) => distance(one) - distance(other))[0].click();
            """;

    private static final String FOLLOW_LINK = """
            const link = Object.assign(document.createElement('a'), {href: arguments[0]});
            document.body.append(link);
            link.click();
            link.remove();
            """;

    private final WebDriver driver;
    private final Waits waits;
    private final Set<String> visited = new HashSet<>();
    private String address;
    private final DevTools devTools;

    Browser(WebDriver driver, String address) {
        this.driver = driver;
        waits = new Waits(driver);
        this.address = address;
        visited.add(address);
        devTools = new DevTools((HasCdp) driver);
    }

    /** From now on opens the pages of the application at that address, such as {@code http://localhost:8080}. */
    void visit(String otherAddress) {
        address = otherAddress;
        visited.add(otherAddress);
    }

    void open(String path) {
        driver.get(address + path);
    }

    /** Goes to another page as a link within the application does, without loading anything anew. */
    void goTo(String path) {
        waitForClient();
        var before = path();
        run(FOLLOW_LINK, path);
        waitForPath(present -> present.equals(path) || (!present.equals(before) && present.startsWith(path)));
        waitForClient();
    }

    void reload() {
        driver.navigate().refresh();
    }

    void back() {
        driver.navigate().back();
    }

    /** What no person sees or sets by a page: screen size, network, languages, downloads. */
    DevTools devTools() {
        return devTools;
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
        untilInPage(
                () -> "the heading “%s”; there is %s at %s".formatted(text, texts("h1"), path()), HAS_HEADING, text);
        waitForClient();
    }

    /** Waits until that text is to be seen anywhere on the page. */
    void waitForText(String text) {
        untilInPage(() -> "the text “%s” at %s".formatted(text, path()), HAS_TEXT, text);
    }

    /** Waits until that text is nowhere to be seen on the page any more. */
    void waitForNoText(String text) {
        untilInPage(() -> "no text “%s” at %s".formatted(text, path()), HAS_NO_TEXT, text);
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
        var element = until(
                () -> "a field “%s”; there are %s".formatted(label, texts("label")),
                visibilityOfElementLocated(By.xpath("//label[normalize-space()='%s']".formatted(label))));
        return find(By.id(Objects.requireNonNull(element.getAttribute("for"))));
    }

    /** What stands in a native control. */
    static String valueOf(WebElement input) {
        return Objects.requireNonNull(input.getDomProperty("value"));
    }

    /** Types where the focus is; what is just going away with the focus in it takes no keys, as for a person. */
    void type(CharSequence... keys) {
        waits.until(ignored -> {
            try {
                focused().sendKeys(keys);
                return true;
            } catch (ElementNotInteractableException e) {
                return false;
            }
        });
        waitForClient();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void doubleClick(By what) {
        new Actions(driver).doubleClick(find(what)).perform();
    }

    /** Moves the pointer there, without pressing anything. */
    void pointTo(WebElement element) {
        new Actions(driver).moveToElement(element).perform();
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
        click(
                By.xpath("(//button | //vaadin-button)[normalize-space()='%s' and not(@disabled)]".formatted(button)),
                () -> "a button “%s” that can be pressed; there are %s"
                        .formatted(button, texts("button, vaadin-button")));
    }

    /** Presses a button or a choice as a person does, who does not let go before the page has answered to the press. */
    void pressSlowly(String text) {
        pressSlowly(text, 0);
    }

    /** The same, so many pixels below its middle. */
    void pressSlowly(String text, int below) {
        waitForClient();
        var pressed =
                find(By.xpath("(//vaadin-button | //vaadin-radio-button)[normalize-space()='%s']".formatted(text)));
        new Actions(driver).moveToElement(pressed, 0, below).clickAndHold().perform();
        waitForClient();
        new Actions(driver).release().perform();
        waitForClient();
    }

    /** Follows the link with that text, or that accessible name. */
    void follow(String link) {
        click(
                By.xpath("//a[normalize-space()='%1$s' or @aria-label='%1$s']".formatted(link)),
                () -> "a link “%s”; there are %s".formatted(link, texts("a")));
    }

    /** Types into a combo box and takes the first item with that text. */
    void choose(String label, String item) {
        fill(field(label), item);
        click(By.xpath("//vaadin-combo-box-item[contains(., '%s') and not(@hidden)]".formatted(item)));
    }

    /** Ticks the box of the grid's row in which that is. */
    void checkRowOf(By inRow) {
        run(CHECK_ROW_OF, find(inRow));
        waitForClient();
    }

    /** Presses the confirming button of the open dialog. */
    void confirm() {
        click(By.cssSelector("[slot='confirm-button']"));
    }

    void click(By what) {
        click(what, () -> "something to click at %s".formatted(what));
    }

    private void click(By what, Supplier<String> wanted) {
        waitForClient();
        until(wanted, ignored -> {
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

    /** Ends what moves, and waits until what was asked for so far is drawn. */
    void standStill() {
        run(STAND_STILL);
    }

    /** Has this browser remember a colour mode, as the user menu does, and loads the page anew. */
    void useColorMode(String mode) {
        driver.manage().addCookie(new Cookie("color-mode", mode));
        reload();
    }

    /** Has this browser come back with the session of somebody who signs in elsewhere. */
    void takeSessionOf(String email, String password) {
        try (var visitor = new Visitor(URI.create(address).getPort(), "127.0.0.1")) {
            var session = visitor.signedInAs(email, password).cookie(SESSION).orElseThrow();
            devTools.keepCookie(address, SESSION, session);
        }
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
        untilInPage(
                () -> "a client that has nothing to do; it says %s at %s".formatted(run(WHAT_CLIENTS_DO), path()),
                CLIENT_IS_IDLE);
    }

    /** Waits until that gives something other than {@code null} and {@code false}, and answers it. */
    <T> T until(ExpectedCondition<T> condition) {
        return waits.until(condition);
    }

    /** Waits, and says what for where it waits in vain. */
    <T> T until(Supplier<String> wanted, ExpectedCondition<T> condition) {
        return waits.until(wanted, condition);
    }

    /** Waits until a script's body answers {@code true} in the page, and says what for where it waits in vain. */
    void untilInPage(Supplier<String> wanted, String condition, Object... arguments) {
        waits.untilInPage(wanted, condition, arguments);
    }

    /** What elements of that kind say, for a message. */
    private List<?> texts(String selector) {
        var texts = run(
                "return [...document.querySelectorAll(arguments[0])].map(it => it.textContent.trim()).filter(it => it)",
                selector);
        return texts instanceof List<?> list ? list : List.of();
    }

    /** Waits until no part of the page is a skeleton or a loading row any more. */
    void waitForLoaded() {
        waitForClient();
        untilInPage(
                () -> "nothing that is still loading; there is %s at %s".formatted(run(STILL_LOADING), path()),
                NOTHING_IS_LOADING);
    }

    /** The value of a cookie that this browser keeps for the application. */
    String cookie(String name) {
        return Objects.requireNonNull(driver.manage().getCookieNamed(name)).getValue();
    }

    WebDriver driver() {
        return driver;
    }

    /** How many CSS pixels wide the page is: more than the window where it can be scrolled sideways. */
    long pageWidth() {
        return (Long) Objects.requireNonNull(
                ((JavascriptExecutor) driver).executeScript("return document.documentElement.scrollWidth"));
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

    /** Ends this person's visit: what is left is a browser that knows nobody, and still has what it loaded and compiled. */
    WebDriver leave() {
        var left = driver.getWindowHandles();
        openTab();
        var fresh = driver.getWindowHandle();
        left.forEach(tab -> driver.switchTo().window(tab).close());
        driver.switchTo().window(fresh);
        devTools.bringToFront();
        devTools.forget(visited);
        console();
        return driver;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
