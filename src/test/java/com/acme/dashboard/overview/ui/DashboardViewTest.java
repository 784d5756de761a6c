package com.acme.dashboard.overview.ui;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.BackgroundReading;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Pushes;
import com.acme.dashboard.common.ui.Skeleton;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.overview.RevenueService;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import java.sql.SQLException;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.util.ReflectionTestUtils;

@IntegrationTest
@WithUserDetails("user@acme.test")
class DashboardViewTest extends BrowserlessTest {

    @Autowired
    JdbcClient database;

    @Autowired
    DatabaseServer server;

    @Autowired
    InvoiceService invoices;

    @Autowired
    RevenueService books;

    @Autowired
    BackgroundReading background;

    @Test
    void the_cards_add_up_all_invoices_and_lead_to_the_list_they_count() {
        open("dashboard");

        assertThat(words("card-collected")).containsExactly("Collected", "$1,138.99", "4 paid invoices");
        assertThat(words("card-pending")).startsWith("Pending", "$1,534.55");
        assertThat(words("card-pending").getLast()).matches("2 open · oldest [0-9,]+ days");
        assertThat(words("card-invoices")).startsWith("Total Invoices", "6");
        assertThat(words("card-customers")).containsExactly("Total Customers", "3", "2 with open invoices");
        assertThat(card("card-collected").getHref()).isEqualTo("dashboard/invoices?status=paid");
        assertThat(card("card-pending").getHref()).isEqualTo("dashboard/invoices?status=pending");
        assertThat(card("card-invoices").getHref()).isEqualTo("dashboard/invoices");
        assertThat(card("card-customers").getHref()).isEqualTo("dashboard/customers");
    }

    @Test
    void the_latest_five_invoices_lead_to_their_edit_pages() {
        open("dashboard");

        var rows = find(Anchor.class, latest()).all();
        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst().getHref()).isEqualTo("dashboard/invoices/f0000000-0000-4000-8000-000000000001/edit");
        assertThat(rows.getFirst().getElement().getTextRecursively())
                .contains("Harbor & Pine", "Dec 6, 2024", "$299.99", "Pending");
    }

    @Test
    void without_invoices_the_page_says_so_and_offers_to_create_one() {
        database.sql("delete from invoices").update();
        database.sql("delete from revenue").update();

        open("dashboard");

        assertThat(words("card-collected")).containsExactly("Collected", "$0.00", "no paid invoices");
        assertThat(words("card-pending")).containsExactly("Pending", "$0.00", "nothing open");
        assertThat(sentence("latest-invoices")).startsWith("No invoices yet.");
        assertThat(find(Anchor.class, latest()).single().getHref()).isEqualTo("dashboard/invoices/create");
        assertThat(sentence("top-customers")).startsWith("Nobody has paid anything yet.");
        assertThat(sentence("revenue-chart")).isEqualTo("No revenue has been recorded yet.");
        open("dashboard?source=invoices");
        Pushes.untilAsserted(
                () -> assertThat(sentence("revenue-chart")).isEqualTo("Nothing was paid in these months."));
    }

    @Test
    void the_best_customers_come_first_with_bars_in_proportion_and_lead_to_their_pages() {
        open("dashboard");

        var rows = find(Anchor.class, section("top-customers")).all();
        assertThat(rows)
                .extracting(row -> row.getElement().getTextRecursively())
                .satisfiesExactly(
                        first ->
                                assertThat(first).contains("Nordlicht Studio", "$671.00", "2 invoices · $0.00 pending"),
                        second ->
                                assertThat(second).contains("Harbor & Pine", "$448.00", "2 invoices · $299.99 pending"),
                        third -> assertThat(third).contains("Jane Okafor", "$19.99", "2 invoices · $1,234.56 pending"));
        assertThat(rows.getFirst().getHref()).isEqualTo("dashboard/customers/c0000000-0000-4000-8000-000000000003");
        assertThat(rows)
                .extracting(row -> find(Div.class, row).all().stream()
                        .map(Div::getWidth)
                        .filter(Objects::nonNull)
                        .toList())
                .containsExactly(List.of("100%"), List.of("66%"), List.of("2%"));
    }

    @Test
    void the_chart_shows_the_months_of_the_books_in_the_order_of_the_calendar() {
        database.sql("insert into revenue (month, revenue) values ('Dec', 21474836), ('Aug', 0)")
                .update();

        open("dashboard");

        assertThat(table())
                .containsExactly(
                        "January $2,000.00",
                        "February $1,800.00",
                        "March $2,200.00",
                        "April $2,500.00",
                        "May $2,300.00",
                        "June $3,200.00",
                        "August $0.00",
                        "December $21,474,836.00");
    }

    @Test
    void the_paid_invoices_of_a_year_are_shown_by_month_and_each_month_leads_to_its_invoices() {
        open("dashboard?source=invoices&year=2024");

        Pushes.untilAsserted(() -> assertThat(table())
                .hasSize(12)
                .contains("June 2024 $666.00", "October 2024 $19.99", "November 2024 $448.00", "December 2024 $0.00"));
        press("As table");
        assertThat(find(Anchor.class, section("revenue-chart")).all())
                .extracting(Anchor::getHref)
                .contains("dashboard/invoices?status=paid&from=2024-02-01&to=2024-02-29");
    }

    @Test
    void source_and_year_stand_in_the_address_and_what_is_unknown_there_is_ignored() {
        open("dashboard?source=gold&year=12x");
        Pushes.untilAsserted(() -> assertThat(table()).startsWith("January $2,000.00"));

        test(source()).selectItem("Paid invoices");
        assertThat(Addresses.current()).isEqualTo("dashboard?source=invoices");
        Pushes.untilAsserted(() -> assertThat(table()).isEmpty());

        test(years()).selectItem("2023");
        assertThat(Addresses.current()).startsWith("dashboard?").contains("source=invoices", "year=2023");
        Pushes.untilAsserted(() -> assertThat(table()).contains("August 2023 $5.00"));

        test(source()).selectItem("Revenue");
        assertThat(Addresses.current()).isEqualTo("dashboard");
    }

    @Test
    void the_chart_is_read_once_for_what_the_address_says() {
        var before = readings("revenue");

        open("dashboard?source=invoices&year=2024");

        assertThat(table()).contains("November 2024 $448.00");
        assertThat(readings("revenue")).isEqualTo(before + 1);
    }

    @Test
    void the_year_is_that_of_the_address_before_its_amounts_are_read() {
        open("dashboard?source=invoices");
        test(years()).selectItem("2023");

        Addresses.open("dashboard?source=invoices");
        assertThat(years().getValue()).isEqualTo(Optional.empty());
        Addresses.open("dashboard?source=invoices&year=1999");
        assertThat(years().getValue()).isEqualTo(Optional.of(Year.of(1999)));
    }

    @Test
    void what_others_change_shows_without_a_reload() throws InterruptedException {
        open("dashboard?source=invoices&year=2024");

        Thread.ofVirtual()
                .start(new DelegatingSecurityContextRunnable(
                        () -> invoices.markPaid(List.of(UUID.fromString("f0000000-0000-4000-8000-000000000001")))))
                .join();

        Pushes.untilAsserted(() -> {
            assertThat(words("card-collected")).containsExactly("Collected", "$1,438.98", "5 paid invoices");
            assertThat(find(Anchor.class, latest())
                            .all()
                            .getFirst()
                            .getElement()
                            .getTextRecursively())
                    .contains("Harbor & Pine", "Paid");
            assertThat(find(Anchor.class, section("top-customers"))
                            .all()
                            .getFirst()
                            .getElement()
                            .getTextRecursively())
                    .contains("Harbor & Pine", "$747.99");
            assertThat(table()).contains("December 2024 $299.99");
        });
    }

    @Test
    @ExpectedLog(BackgroundReading.class)
    void a_part_that_cannot_be_read_says_so_alone_and_comes_back_on_retry() {
        database.sql("alter table revenue rename to revenue_away").update();
        try {
            open("dashboard");
        } finally {
            database.sql("alter table revenue_away rename to revenue").update();
        }
        assertThat(find(FailedState.class).all()).hasSize(1);
        assertThat(words("card-invoices")).startsWith("Total Invoices", "6");

        press("Try again");

        Pushes.untilAsserted(() -> {
            assertThat(find(FailedState.class).all()).isEmpty();
            assertThat(table()).startsWith("January $2,000.00");
        });
    }

    @Test
    @ExpectedLog(BackgroundReading.class)
    void a_slow_part_of_many_pages_holds_no_other_part_up_and_says_so_soon() throws SQLException {
        try (var blocker = server.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table revenue in access exclusive mode");
            for (var page = 0; page < 4; page++) {
                var _ = background.read("revenue", UI.getCurrent(), books::months, _ -> {}, _ -> {});
            }

            Addresses.open("dashboard");
            Pushes.untilAsserted(() -> {
                assertThat(words("card-invoices")).startsWith("Total Invoices", "6");
                assertThat(find(Anchor.class, latest()).all()).hasSize(5);
                assertThat(find(Anchor.class, section("top-customers")).all()).hasSize(3);
            });
            assertThat(table()).isEmpty();
            Pushes.untilAsserted(() -> assertThat(
                            find(FailedState.class, section("revenue-chart")).exists())
                    .isTrue());

            blocker.rollback();
            press("Try again");
            Pushes.untilAsserted(() -> assertThat(table()).startsWith("January $2,000.00"));
        }
    }

    /** Opens a page and waits until all its parts are there. */
    private void open(String address) {
        Addresses.open(address);
        Pushes.untilAsserted(() -> assertThat(find(Skeleton.class).all()).isEmpty());
    }

    /** No door leads there: how often something was read shows only inside. */
    private long readings(String kind) {
        var readers = (Map<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(background, "readers"));
        return readers.get(kind) instanceof ThreadPoolExecutor reader ? reader.getTaskCount() : 0;
    }

    private List<String> table() {
        return find(NativeTableRow.class, section("revenue-chart")).all().stream()
                .skip(1)
                .map(row -> row.getElement()
                        .getChildren()
                        .map(Element::getTextRecursively)
                        .collect(joining(" ")))
                .toList();
    }

    private String sentence(String testId) {
        return find(Paragraph.class, section(testId)).single().getText();
    }

    private RadioButtonGroup<?> source() {
        return find(RadioButtonGroup.class).withTestId("revenue-source").single();
    }

    private Select<?> years() {
        return find(Select.class, section("revenue-chart")).single();
    }

    private Anchor card(String testId) {
        return find(Anchor.class).withTestId(testId).single();
    }

    private List<String> words(String testId) {
        return find(Span.class, card(testId)).all().stream().map(Span::getText).toList();
    }

    private Section latest() {
        return section("latest-invoices");
    }

    private Section section(String testId) {
        return find(Section.class).withTestId(testId).single();
    }
}
