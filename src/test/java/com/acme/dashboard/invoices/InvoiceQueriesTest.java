package com.acme.dashboard.invoices;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Lists on a real PostgreSQL, compared with filtering and sorting all rows one by one. */
@IntegrationTest
@WithMockUser
class InvoiceQueriesTest {

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jane                  | 1999 123456",
                "JANE                  | 1999 123456",
                "okafor.test           | 1999 123456",
                "299.99                | 29999",
                "$1,234.56             | 123456",
                "1234                  | 123456",
                "448.00                | 44800",
                "448                   | 44800",
                "2024-12               | 29999 123456",
                "Dec 2024              | 29999 123456",
                "December 2024 pending | 29999 123456",
                "Dec 6, 2024           | 29999",
                "2024-12-06            | 29999",
                "2023                  | 500",
                "paid                  | 1999 44800 66600 500",
                "Pending               | 29999 123456",
                "jane paid             | 1999",
                "okafor jane 2024      | 1999 123456",
                "jane harbor           |",
                "harbor & pine         | 29999 44800",
                "zzz                   |",
            })
    void every_word_is_found_in_what_the_row_shows(String query, String cents) {
        var expected = cents == null
                ? List.<Long>of()
                : Stream.of(cents.split(" ")).map(Long::valueOf).toList();
        var filter = InvoiceFilter.NONE.withQuery(query);

        assertThat(page(filter, InvoiceSort.DEFAULT))
                .extracting(row -> row.amount().cents())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Long.class::cast).toList());
        assertThat(invoices.count(filter)).isEqualTo(new InvoiceCount(expected.size(), false));
    }

    @Test
    void the_amount_search_finds_dollars_and_not_only_cents() {
        assertThat(page(InvoiceFilter.NONE.withQuery("448.00"), InvoiceSort.DEFAULT))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "_", "\\", "%%%", "____", "j_ne", "jan%", "'", "\"", "')--", "?", ":p0", "$1", "{}", "\u0000",
                "\ud83d"
            })
    void wildcards_and_hostile_characters_are_plain_characters(String query) {
        var blank = query.isBlank() || query.equals("\u0000") || query.equals("\ud83d");

        assertThat(page(InvoiceFilter.NONE.withQuery(query), InvoiceSort.DEFAULT))
                .hasSize(blank ? 6 : 0);
        assertThat(invoices.count(InvoiceFilter.NONE.withQuery(query)).value()).isEqualTo(blank ? 6 : 0);
    }

    @Test
    void a_percent_sign_or_an_accent_in_a_name_is_found() {
        var customer = customer("Zoë 100%_Müller", "zoe@example.test");
        invoice(customer, 700, "paid", LocalDate.of(2024, 1, 1));

        for (var query : List.of("100%", "%_m", "zoe", "ZOË", "muller", "müller", "mu\u0308ller")) {
            assertThat(page(InvoiceFilter.NONE.withQuery(query), InvoiceSort.DEFAULT))
                    .as(query)
                    .hasSize(1);
        }
    }

    @Test
    void the_hardest_queries_have_an_answer() {
        for (var query : List.of(
                "2001 2002 2003 2004 2005 2006 2007 2008",
                "paid pending 1 2 3.0 4.00 2024 $5",
                "a e i o u . @ q",
                "x".repeat(200),
                "1 ".repeat(100),
                "((((((((((((a+)+)+)+".repeat(9),
                "9999-12 9999-12-31 0001-01")) {
            for (var sort : InvoiceSort.values()) {
                assertThat(page(InvoiceFilter.NONE.withQuery(query), Sort.by(sort.property())))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_page_beyond_the_end_is_empty_and_the_count_says_why() {
        var filter = InvoiceFilter.NONE.withQuery("jane");

        assertThat(invoices.page(filter, PageRequest.of(1, 50, InvoiceSort.DEFAULT)))
                .isEmpty();
        assertThat(invoices.page(InvoiceFilter.NONE, PageRequest.of(7, 50, InvoiceSort.DEFAULT)))
                .isEmpty();
        assertThat(invoices.count(filter).value()).isEqualTo(2);
    }

    static List<Sort> every_sort() {
        return Stream.of(InvoiceSort.values())
                .flatMap(sort -> Stream.of(Sort.Direction.values()).map(way -> Sort.by(way, sort.property())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("every_sort")
    void pages_put_together_show_each_row_once_and_in_order(Sort sort) {
        var random = new Random(7);
        fill(random, 12, 260);

        for (var filter : List.of(
                InvoiceFilter.NONE,
                InvoiceFilter.NONE.withStatus(InvoiceStatus.PENDING),
                InvoiceFilter.NONE.withQuery("an"))) {
            var shown = new ArrayList<InvoiceRow>();
            for (var number = 0; shown.size() == number * 20; number++) {
                shown.addAll(invoices.page(filter, PageRequest.of(number, 20, sort)));
            }
            assertThat(shown).extracting(InvoiceRow::id).containsExactlyElementsOf(expected(filter, sort));
            assertThat(invoices.count(filter)).isEqualTo(new InvoiceCount(shown.size(), false));
        }
    }

    @Test
    void a_search_finds_what_looking_at_every_row_finds() {
        var random = new Random(42);
        fill(random, 40, 600);
        var terms = List.of(
                "an",
                "jane",
                "smith",
                "zoe",
                "@acme",
                "77",
                "paid",
                "pending",
                "2024",
                "2023-05",
                "Mar 2024",
                "45.00",
                "45",
                "299.99",
                "$4.50",
                "qqq",
                "e",
                "_",
                "jane 77",
                "mul");

        var statuses = List.of(InvoiceStatus.values());
        for (var attempt = 0; attempt < 250; attempt++) {
            var query = new ArrayList<String>();
            for (var words = random.nextInt(4); words > 0; words--) {
                query.add(terms.get(random.nextInt(terms.size())));
            }
            var filter = InvoiceFilter.NONE
                    .withQuery(String.join(" ", query))
                    .withStatus(random.nextInt(3) == 0 ? statuses.get(random.nextInt(2)) : null)
                    .withDates(random.nextInt(4) == 0 ? day(random) : null, random.nextInt(4) == 0 ? day(random) : null)
                    .withCustomer(random.nextInt(9) == 0 ? anyCustomer(random) : null);
            var sort = every_sort().get(random.nextInt(10));
            var expected = expected(filter, sort);

            assertThat(invoices.count(filter)).as("%s", filter).isEqualTo(new InvoiceCount(expected.size(), false));
            assertThat(page(filter, sort))
                    .as("%s by %s", filter, sort)
                    .extracting(InvoiceRow::id)
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void a_filtered_list_is_counted_exactly_up_to_10_000_and_then_capped() {
        var customer = customer("Bulk Buyer", "bulk@example.test");
        jdbc.sql(
                        "insert into invoices (customer_id, amount, status, date) select :customer, n, 'paid', '2020-01-01' from generate_series(1, 10000) n")
                .param("customer", customer)
                .update();
        var filter = InvoiceFilter.NONE.withQuery("bulk");
        assertThat(invoices.count(filter)).isEqualTo(new InvoiceCount(10_000, false));

        invoice(customer, 10_001, "paid", LocalDate.of(2020, 1, 1));
        assertThat(invoices.count(filter)).isEqualTo(new InvoiceCount(10_000, true));
        assertThat(invoices.count(InvoiceFilter.NONE)).isEqualTo(new InvoiceCount(10_007, false));
        assertThat(invoices.count(InvoiceFilter.NONE.withStatus(InvoiceStatus.PAID)))
                .isEqualTo(new InvoiceCount(10_005, false));
        assertThat(invoices.count(InvoiceFilter.NONE.withCustomer(customer)))
                .isEqualTo(new InvoiceCount(10_001, false));
    }

    /** More customers than are listed one by one, more invoices than are fetched at once, and hits where none is expected. */
    @Test
    void many_hits_far_from_where_the_list_begins_are_found_in_order() {
        jdbc.sql("""
                        insert into customers (name, email, image_url)
                        select case when n <= 1100 then 'Early ' else 'Late ' end || n % 7, 'c' || n || '@example.test', ''
                        from generate_series(1, 1200) n
                        """).update();
        jdbc.sql("""
                        insert into invoices (customer_id, amount, status, date)
                        select id,
                               case when name like 'Early%' then 1000 else 500000 end + n,
                               case when n % 3 = 0 then 'paid' else 'pending' end,
                               case when name like 'Early%' then date '2010-01-01' else date '2020-01-01' end + n
                        from customers
                        cross join lateral generate_series(1, case when name like 'Early%' then 4 else 320 end) n
                        where name like 'Early%' or name like 'Late%'
                        """).update();

        var every = everyInvoice(InvoiceSort.DEFAULT);
        // Which are found does not depend on the order.
        var hits = Stream.of("early", "late", "example.test pending", "early 10.04", "2010")
                .map(InvoiceFilter.NONE::withQuery)
                .collect(toMap(identity(), filter -> Set.copyOf(found(every, filter))));
        for (var sort : every_sort()) {
            var sorted = everyInvoice(sort).stream().map(PlainInvoice::id).toList();
            for (var filter : hits.keySet()) {
                var all = sorted.stream()
                        .filter(Objects.requireNonNull(hits.get(filter))::contains)
                        .toList();
                for (var number : List.of(0, 3)) {
                    assertThat(invoices.page(filter, PageRequest.of(number, 50, sort)))
                            .as("%s by %s", filter, sort)
                            .extracting(InvoiceRow::id)
                            .containsExactlyElementsOf(all.subList(
                                    Math.min(number * 50, all.size()), Math.min(number * 50 + 50, all.size())));
                }
            }
        }
    }

    private List<InvoiceRow> page(InvoiceFilter filter, Sort sort) {
        return invoices.page(filter, PageRequest.of(0, 1_000, sort));
    }

    /** The ids that the list has to show, by one statement that sorts them all and a look at each. */
    private List<UUID> expected(InvoiceFilter filter, Sort sort) {
        return found(everyInvoice(sort), filter);
    }

    private static List<UUID> found(List<PlainInvoice> sorted, InvoiceFilter filter) {
        var search = new PlainSearch(filter);
        return sorted.stream().filter(search::finds).map(PlainInvoice::id).toList();
    }

    private List<PlainInvoice> everyInvoice(Sort sort) {
        var order = InvoiceOrder.of(sort);
        return jdbc.sql("""
                        select *
                        from (select i.id, i.customer_id, c.name, c.email, i.amount, i.date, i.status, %s as customer_key
                              from invoices i
                              join customers c on c.id = i.customer_id) every
                        order by %s
                        """.formatted(order.customerKey(), order.by()))
                .query((found, _) -> new PlainInvoice(
                        found.getObject("id", UUID.class),
                        found.getObject("customer_id", UUID.class),
                        found.getString("name"),
                        found.getString("email"),
                        found.getLong("amount"),
                        found.getObject("date", LocalDate.class),
                        found.getString("status")))
                .list();
    }

    private void fill(Random random, int customers, int count) {
        var first = List.of("Jane", "Stan", "Zoë", "Ana", "Eve", "Müller");
        var last = List.of("Smith", "Hansen", "Okafor", "O'Neil", "100%_");
        var ids = new ArrayList<UUID>();
        for (var number = 0; number < customers; number++) {
            var name = first.get(random.nextInt(first.size())) + " " + last.get(random.nextInt(last.size()));
            ids.add(customer(name, "c" + number + (random.nextBoolean() ? "@acme.test" : "@example.test")));
        }
        for (var number = 0; number < count; number++) {
            var amount = List.of(4500, 29_999, 450, 100 + random.nextInt(5_000)).get(random.nextInt(4));
            invoice(
                    ids.get(random.nextInt(ids.size())),
                    amount,
                    random.nextInt(4) == 0 ? "pending" : "paid",
                    day(random));
        }
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2023, 1, 1).plusDays(random.nextInt(700));
    }

    private UUID anyCustomer(Random random) {
        var ids = jdbc.sql("select id from customers order by id")
                .query((rows, _) -> rows.getObject(1, UUID.class))
                .list();
        return ids.get(random.nextInt(ids.size()));
    }

    private UUID customer(String name, String email) {
        return jdbc.sql("insert into customers (name, email, image_url) values (:name, :email, '') returning id")
                .param("name", name)
                .param("email", email)
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .single();
    }

    private void invoice(UUID customer, int amount, String status, LocalDate date) {
        jdbc.sql("insert into invoices (customer_id, amount, status, date) values (:customer, :amount, :status, :date)")
                .param("customer", customer)
                .param("amount", amount)
                .param("status", status)
                .param("date", date)
                .update();
    }
}
