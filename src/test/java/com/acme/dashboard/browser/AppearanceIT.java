package com.acme.dashboard.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
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

    /** So many fields of 8 by 8 pixels may differ: a corner drawn otherwise, no letter. */
    private static final int ALLOWED = 2;

    private static final String HARBOR = "c0000000-0000-4000-8000-000000000001";
    private static final String INVOICE = "f0000000-0000-4000-8000-000000000001";

    private static final Map<String, Pages.Page> STUDIO = new TreeMap<>(Map.of(
            "studio", new Pages.Page("/dashboard/studio?table=invoices", "Studio"),
            "studio-audit", new Pages.Page("/dashboard/studio/audit?person=painter", "Studio"),
            "studio-diagram", new Pages.Page("/dashboard/studio/schema/diagram?schema=public", "Studio"),
            "studio-migrations", new Pages.Page("/dashboard/studio/migrations", "Studio"),
            "studio-schema", new Pages.Page("/dashboard/studio/schema?table=invoices", "Studio"),
            "studio-sql", new Pages.Page("/dashboard/studio/sql", "Studio")));

    /** Nothing is ever deleted there, and the tests may have run before on the same database. */
    private static final String AUDITED = """
            insert into studio_audit (at, actor, database_role, kind, statement, rows, reason)
            select at, 'painter@acme.test', 'dashboard', kind, statement, rows, reason
            from (values (timestamptz '2024-12-31 10:00Z', 'permit', 'Editing allowed for 15 minutes', null, 'An amount is wrong'),
                         ('2024-12-31 10:01Z', 'edit', 'update "public"."invoices" set "amount" = ? where "id" = ?', 1, 'An amount is wrong'),
                         ('2024-12-31 10:02Z', 'sql', 'delete from todos where completed', 3, null)) as audited (at, kind, statement, rows, reason)
            where not exists (select from studio_audit where actor = 'painter@acme.test')
            """;

    /** What is not the same of every database, or at every time: its name, row estimates, sizes, times, and uses of indexes. */
    private static final String NEITHER_CARET_NOR_STATISTICS = """
            document.documentElement.style.caretColor = 'transparent';
            document.querySelectorAll('[data-testid="studio-tables"] a .muted').forEach((estimate) => (estimate.style.display = 'none'));
            const schema = '[data-testid="studio-schema-of-table"]';
            const ofIndex = `${schema} > .studio-schema-table:last-of-type td:nth-child(n + 3) span`;
            document.querySelectorAll(`${schema} .figures, ${ofIndex}, [data-testid="change-sets"] .figures, [data-testid="migrations-database"]`)
              .forEach((statistic) => (statistic.textContent = '–'));
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
        jdbc.sql(AUDITED).update();
    }

    @Test
    void every_page_looks_as_before(Browser phone, Browser tablet, Browser desktop) throws Exception {
        Files.createDirectories(REFERENCES);
        Files.createDirectories(MADE);
        var pictures = new HashMap<String, Appearance>();
        List<Callable<Map<String, Appearance>>> widths = List.of(
                () -> pictures(phone, 390, 844), () -> pictures(tablet, 800, 900), () -> pictures(desktop, 1280, 900));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var taken : threads.invokeAll(widths)) {
                pictures.putAll(taken.get());
            }
        }
        compare(pictures, fingerprint(desktop));
    }

    /** Each width on pages of its own, since a page takes a while to notice a resize. */
    private static Map<String, Appearance> pictures(Browser browser, int width, int height) throws IOException {
        browser.devTools().keepStill();
        browser.devTools().resize(width, height);
        var pictures = new HashMap<String, Appearance>();
        browser.open("/login");
        take(browser, "login", "Sign in", width, pictures);
        browser.takeSessionOf(SignInPage.USER, SignInPage.USER_PASSWORD);
        browser.open("/dashboard");
        take(browser, Pages.behindSignIn(HARBOR, "Harbor & Pine", INVOICE), width, pictures);
        browser.takeSessionOf(SignInPage.ADMIN, SignInPage.ADMIN_PASSWORD);
        browser.open("/dashboard/studio");
        take(browser, STUDIO, width, pictures);
        return pictures;
    }

    private static void take(
            Browser browser, Map<String, Pages.Page> pages, int width, Map<String, Appearance> pictures)
            throws IOException {
        for (var page : pages.entrySet()) {
            browser.goTo(page.getValue().path());
            if (page.getValue().path().contains("/diagram")) {
                new DiagramPage(browser).waitFor();
            }
            take(browser, page.getKey(), page.getValue().heading(), width, pictures);
        }
    }

    private static void take(Browser browser, String page, String heading, int width, Map<String, Appearance> pictures)
            throws IOException {
        browser.waitForHeading(heading);
        browser.waitForLoaded();
        browser.run(NEITHER_CARET_NOR_STATISTICS);
        for (var mode : List.of("light", "dark")) {
            browser.devTools().useSystemColors(mode);
            pictures.put("%s-%s-%d.jpg".formatted(page, mode, width), picture(browser));
        }
    }

    /** As soon as two in a row are the same. */
    private static Appearance picture(Browser browser) throws IOException {
        var taken = new ArrayList<byte[]>();
        browser.until(ignored -> {
            browser.standStill();
            taken.add(browser.devTools().exactPicture());
            return taken.size() > 1 && Arrays.equals(taken.getLast(), taken.get(taken.size() - 2));
        });
        return Appearance.of(taken.getLast());
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
