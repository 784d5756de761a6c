package com.acme.dashboard.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.HasCapabilities;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each page looks as it did in {@code src/test/appearance}, at three widths and in both colour modes. The fingerprint beside
 * those pictures tells with which browser and fonts they were taken; with others the pictures are made in
 * {@code target/browser-tests/appearance} and not compared. {@code -Dappearance.renew=true} takes them anew.
 */
@BrowserTest
@Isolated("shows all rows")
class AppearanceIT {

    private static final Path REFERENCES = Path.of("src", "test", "appearance");
    private static final Path MADE = Path.of("target", "browser-tests", "appearance");
    private static final Path FINGERPRINT = REFERENCES.resolve("fingerprint.txt");
    private static final boolean RENEW = Boolean.getBoolean("appearance.renew");
    private static final int[] WIDTHS = {390, 800, 1280};

    /** So many fields of 8 by 8 pixels may differ: a corner drawn otherwise, no letter. */
    private static final int ALLOWED = 2;

    private static final String HARBOR = "c0000000-0000-4000-8000-000000000001";
    private static final String INVOICE = "f0000000-0000-4000-8000-000000000001";

    private static final String STAND_STILL = """
            document.documentElement.style.caretColor = 'transparent';
            document.getAnimations().forEach((it) => it.finish());
            return document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
            """;

    /** Text as this browser draws it with the fonts of the pages and of the machine. */
    private static final String DRAWN_TEXT = """
            const canvas = document.createElement('canvas');
            canvas.width = 700;
            const pen = canvas.getContext('2d');
            [getComputedStyle(document.body).fontFamily, 'sans-serif', 'serif', 'monospace'].forEach((font, line) => {
              pen.font = `24px ${font}`;
              pen.fillText('Acme Dashboard $1,234.56 äöü “…” 中 ✓', 0, 30 + 30 * line);
            });
            return canvas.toDataURL();
            """;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void show_what_is_fixed() {
        TodoRows.begin(jdbc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_page_looks_as_before(String mode, Browser browser) throws IOException {
        Files.createDirectories(REFERENCES);
        Files.createDirectories(MADE);
        browser.devTools().keepStill();
        browser.open("/login");
        browser.useColorMode(mode);
        var pictures = new HashMap<String, Appearance>();
        for (var width : WIDTHS) {
            show(browser, new Pages.Page("/login", "Sign in"), width);
            pictures.put(name("login", mode, width), picture(browser));
        }
        new SignInPage(browser).signIn(SignInPage.USER, SignInPage.USER_PASSWORD);
        for (var page : Pages.behindSignIn(HARBOR, "Harbor & Pine", INVOICE).entrySet()) {
            for (var width : WIDTHS) {
                show(browser, page.getValue(), width);
                pictures.put(name(page.getKey(), mode, width), picture(browser));
            }
        }
        compare(pictures, fingerprint(browser));
    }

    /** Loaded anew at each width: what a page does when a window is resized takes a while. */
    private static void show(Browser browser, Pages.Page page, int width) {
        browser.devTools().resize(width, width < 800 ? 844 : 900);
        browser.open(page.path());
        browser.waitForHeading(page.heading());
        browser.waitForLoaded();
    }

    /** As soon as two in a row are the same. */
    private static Appearance picture(Browser browser) throws IOException {
        var taken = new ArrayList<byte[]>();
        browser.until(ignored -> {
            browser.run(STAND_STILL);
            taken.add(browser.screenshot());
            return taken.size() > 1 && Arrays.equals(taken.getLast(), taken.get(taken.size() - 2));
        });
        return Appearance.of(taken.getLast());
    }

    private static String name(String page, String mode, int width) {
        return "%s-%s-%d.jpg".formatted(page, mode, width);
    }

    private static void compare(Map<String, Appearance> pictures, String fingerprint) throws IOException {
        if (RENEW) {
            Files.writeString(FINGERPRINT, fingerprint);
            for (var picture : pictures.entrySet()) {
                picture.getValue().write(REFERENCES.resolve(picture.getKey()));
            }
            return;
        }
        for (var picture : pictures.entrySet()) {
            picture.getValue().write(MADE.resolve(picture.getKey()));
        }
        var recorded = Files.readString(FINGERPRINT);
        if (!recorded.equals(fingerprint)) {
            System.out.println("%d pictures are in %s and were not compared: those in %s are of %s, this is %s"
                    .formatted(pictures.size(), MADE, REFERENCES, recorded.strip(), fingerprint.strip()));
            return;
        }
        var faults = new SoftAssertions();
        for (var picture : pictures.entrySet()) {
            var name = picture.getKey();
            var reference = Appearance.read(REFERENCES.resolve(name));
            var differences = picture.getValue().differences(reference);
            if (differences.size() > ALLOWED) {
                picture.getValue().framed(differences).write(MADE.resolve(name));
                faults.fail("%s differs from %s in %d fields of 8 by 8 pixels, which are framed there"
                        .formatted(MADE.resolve(name), REFERENCES.resolve(name), differences.size()));
            }
        }
        faults.assertAll();
    }

    private static String fingerprint(Browser browser) {
        var version = ((HasCapabilities) browser.driver()).getCapabilities().getBrowserVersion();
        var text = String.valueOf(browser.run(DRAWN_TEXT));
        return "browser %s, text %s%n".formatted(version, UUID.nameUUIDFromBytes(text.getBytes(UTF_8)));
    }
}
