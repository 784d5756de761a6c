package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An administrator looks at how the database is made. */
@BrowserTest
class StudioSchemaIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"; drop table x; --]]> 🦊";

    private static final List<String> PAGES = List.of(
            "/dashboard/studio/schema",
            "/dashboard/studio/schema?table=invoices",
            "/dashboard/studio/schema/diagram?schema=public",
            "/dashboard/studio/schema/diagram?schema=public&table=invoices&show=neighbours");

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path downloads;

    @Test
    void the_diagram_is_zoomed_and_moved_and_leads_to_a_table_and_back(Browser browser) {
        StudioPage.open(browser, "/schema");
        browser.follow("Entity diagram");
        // A size in the middle of a movement is none to compare with.
        browser.devTools().keepStill();
        var diagram = new DiagramPage(browser).waitFor();
        var width = diagram.widthOf("public.customers");

        diagram.focus().type("-");
        browser.until(ignored -> diagram.widthOf("public.customers") < width);
        diagram.press("zoom-in").press("zoom-in");
        browser.until(ignored -> diagram.widthOf("public.customers") > width);
        diagram.press("fit");
        browser.until(ignored -> diagram.widthOf("public.customers") == width);
        var left = diagram.leftOf("public.customers");
        diagram.focus().type(Keys.ARROW_RIGHT);
        browser.until(ignored -> diagram.leftOf("public.customers") < left);
        diagram.drag("public.customers", 120);
        browser.until(ignored -> diagram.leftOf("public.customers") > left);

        browser.devTools().resize(800, 600);
        diagram.press("zoom-in").press("zoom-in");
        browser.until(ignored -> diagram.hidesColumns());
        browser.devTools().resize(2500, 2000);
        browser.until(ignored -> diagram.hidesColumnsOutOfSightOnly());

        // Higher than the window, of which the upper part is shown, until all is to be seen, whatever size the window
        // gets.
        browser.devTools().resize(1000, 300);
        diagram.choose("databasechangelog");
        assertThat(diagram.below("public.databasechangelog")).isBetween(0, 100);
        diagram.press("fit");
        browser.until(ignored -> diagram.widthOf("public.customers") < width);
        var whole = diagram.widthOf("public.customers");
        browser.devTools().resize(800, 600);
        browser.until(ignored -> diagram.widthOf("public.customers") > whole);
        assertThat(diagram.hidesColumns()).isFalse();

        browser.devTools().useTouchScreen();
        diagram.focus().tab().type(Keys.END).type(Keys.ENTER);
        browser.waitForText("users_email_unique");
        browser.back();
        diagram.waitFor();
        assertThat(browser.path()).contains("table=users");
        var before = diagram.leftOf("public.users");
        diagram.dragByTouch("public.users", 60);
        browser.until(ignored -> diagram.leftOf("public.users") > before);
    }

    @Test
    void
            the_diagram_comes_after_a_script_that_did_not_with_the_file_that_was_asked_for_meanwhile_and_is_walked_by_arrows(
                    Browser browser) {
        browser.devTools().downloadInto(downloads);
        StudioPage.open(browser, "/schema?table=invoices");
        browser.devTools().block("*/d3.min.js*");
        browser.click(By.cssSelector(".studio-head a[href*='diagram']"));
        browser.waitForText("The diagram could not be drawn.");
        var diagram = new DiagramPage(browser);
        diagram.download();
        browser.devTools().block();
        diagram.press("retry").waitFor();
        new Downloads(downloads).await(browser, "-public.svg");
        assertThat(diagram.hasFocus()).isTrue();
        assertThat(diagram.marked()).isEqualTo("public.invoices");
        assertThat(diagram.hidesColumns()).isFalse();

        diagram.tab();
        assertThat(diagram.focused()).isEqualTo("public.invoices");
        diagram.type(Keys.ARROW_LEFT);
        assertThat(diagram.focused()).isEqualTo("public.customers");
        diagram.type(Keys.ARROW_RIGHT);
        var left = diagram.leftOf("public.invoices");
        diagram.type(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
        assertThat(diagram.leftOf("public.invoices")).isGreaterThan(left);

        diagram.activate("public.customers");
        browser.waitForText("customers_pkey");
    }

    @Test
    void three_hundred_tables_are_arranged_and_arrive_as_one_file_whatever_they_are_called(Browser browser)
            throws Exception {
        makeTables();
        try {
            browser.devTools().downloadInto(downloads);
            StudioPage.open(browser, "/schema/diagram?schema=many");
            var diagram = new DiagramPage(browser).waitFor();
            browser.waitForText("300 tables, 299 foreign keys");

            diagram.download();

            var file = new Downloads(downloads).await(browser, "-many.svg");
            var picture = parse(file);
            assertThat(texts(picture, "text"))
                    .contains(HOSTILE, "t299", "parent")
                    .doesNotContain("note");
            assertThat(texts(picture, "title"))
                    .filteredOn(title -> title.contains(" → "))
                    .hasSize(299);
            assertThat(picture.getElementsByTagName("img").getLength()).isZero();
            assertThat(texts(picture, "style").getFirst())
                    .contains("fill:rgb(", "fill-opacity:")
                    .doesNotContainPattern("rgba|hsla|color|lab|lch|transparent|rgb\\([^)]*/");
            assertThat(browser.console()).noneMatch(line -> line.contains("SEVERE"));
        } finally {
            database.sql("drop schema many cascade").update();
        }
    }

    @Test
    void axe_finds_nothing_and_every_page_fits_a_phone(Browser browser) {
        var inspection = new Inspection(browser);
        StudioPage.open(browser, "");
        for (var page : PAGES) {
            browser.goTo(page);
            new StudioPage(browser).waitFor();
            if (page.contains("diagram")) {
                new DiagramPage(browser).waitFor();
                browser.click(Browser.testId("studio-relationships"));
                browser.waitForText("invoices_customer_id_customers_id_fk");
            }
            inspection.ofPage(page);
        }
        inspection.end();
    }

    /** Each but the first names another one, and one of them has a bad name. */
    private void makeTables() {
        database.sql("create schema many").update();
        database.sql("""
                do $$
                begin
                    create table many.t1 (id integer primary key, note text);
                    for n in 2..299 loop
                        execute format(
                            'create table many.t%s (id integer primary key, parent integer references many.t%s, note text)',
                            n, n / 2);
                    end loop;
                end $$
                """).update();
        database.sql("create table many.\"%s\" (id integer primary key references many.t1)"
                        .formatted(HOSTILE.replace("\"", "\"\"")))
                .update();
    }

    private static Document parse(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<String> texts(Document picture, String element) {
        var found = picture.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> ((Element) found.item(index)).getFirstChild().getTextContent())
                .toList();
    }
}
