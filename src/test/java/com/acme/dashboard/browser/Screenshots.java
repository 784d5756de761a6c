package com.acme.dashboard.browser;

import com.acme.dashboard.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the pictures of every page for the documents: {@code ./mvnw -Pscreenshots}. 1280 and 390 pixels wide, light and
 * dark, of the development data. The first argument is the folder they go to.
 */
final class Screenshots {

    private static final int[] WIDTHS = {1280, 390};
    private static final List<String> MODES = List.of("light", "dark");

    private Screenshots() {}

    static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var application =
                new SpringApplicationBuilder(Application.class).run("--spring.profiles.active=dev", "--server.port=0");
        var chromium = Chromium.find(System.getenv())
                .orElseThrow(() -> new IllegalStateException("Chromium or Chrome is needed."));
        var pages = pages(application.getBean(JdbcClient.class));
        var address =
                "http://localhost:" + application.getBean(Environment.class).getRequiredProperty("local.server.port");
        try (var browser = new Browser(Chromium.start(chromium), address)) {
            browser.open("/login");
            for (var mode : MODES) {
                browser.useColorMode(mode);
                for (var width : WIDTHS) {
                    show(browser, width);
                    take(browser, folder, "login", mode, width);
                }
            }
            new SignInPage(browser).signIn(SignInPage.USER, SignInPage.USER_PASSWORD);
            take(browser, folder, pages);
        }
        try (var browser = new Browser(Chromium.start(chromium), address)) {
            browser.open("/login");
            new SignInPage(browser).signIn(SignInPage.ADMIN, SignInPage.ADMIN_PASSWORD);
            take(browser, folder, Pages.studio());
        }
        System.exit(0);
    }

    private static void take(Browser browser, Path folder, Map<String, Pages.Page> pages) throws IOException {
        for (var mode : MODES) {
            browser.useColorMode(mode);
            for (var width : WIDTHS) {
                show(browser, width);
                for (var page : pages.entrySet()) {
                    browser.open(page.getValue().path());
                    browser.waitForHeading(page.getValue().heading());
                    browser.waitForLoaded();
                    if (page.getValue().path().endsWith("/diagram")) {
                        new DiagramPage(browser).waitFor();
                    }
                    take(browser, folder, page.getKey(), mode, width);
                }
            }
        }
    }

    /** Without motion: the chart is drawn at once, at its last size. */
    private static void show(Browser browser, int width) {
        browser.devTools().keepStill();
        browser.devTools().resize(width, width < 800 ? 844 : 900);
    }

    private static void take(Browser browser, Path folder, String page, String mode, int width) throws IOException {
        browser.standStill();
        Files.write(
                folder.resolve("%s-%s-%d.webp".formatted(page, mode, width)),
                browser.devTools().smallPicture());
    }

    private static Map<String, Pages.Page> pages(JdbcClient jdbc) {
        return jdbc.sql("""
                        select c.id as customer, c.name, i.id as invoice
                        from invoices i
                        join customers c on c.id = i.customer_id
                        order by i.date desc, i.id desc
                        limit 1
                        """)
                .query((rows, _) -> Pages.behindSignIn(
                        rows.getString("customer"), rows.getString("name"), rows.getString("invoice")))
                .single();
    }
}
