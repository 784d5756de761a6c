package com.acme.dashboard;

import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceSort;
import com.acme.dashboard.invoices.InvoiceStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** What the benchmark asks the service for: each case with terms that vary from run to run, the same in every benchmark. */
final class InvoiceBenchmarkCases {

    private static final int PAGE = 50;
    private static final double MOST_MILLISECONDS = 50;

    private static final List<String> MANY = List.of("an", "acme", "ja", "corp.test", "son", "example", "a", "er");
    private static final List<String> SOME = List.of("jane", "smith", "stella", "nguyen", "oliver flores", "levi");
    private static final List<String> FEW = List.of("jane.smith1", "levi49@", "noah53", "carter3333", "lily 7776");
    private static final List<String> NONE = List.of("zzzz", "jane quux", "qqq", "xenophon", "100%", "a_b");
    private static final List<String> AMOUNTS = List.of("299.00", "1234", "$99.00", "4,321.5", "17", "999.00");
    private static final List<String> MONTHS = List.of("Dec 2024", "2025-03", "June 2023", "2026-11", "Feb 29, 2024");
    private static final List<String> MIXED =
            List.of("paid jane", "pending an", "299.00 smith", "2024 jane", "Dec 2024 an paid", "29.00 pending");

    private InvoiceBenchmarkCases() {}

    /**
     * One question, and the most milliseconds it may take; gives the number of rows, or the count.
     *
     * @param tellsPages whether it is asked over the application's pool, whose connections tell at once how many pages they read
     */
    record Case(
            String name, double mostMilliseconds, boolean tellsPages, BiFunction<InvoiceService, Random, Long> ask) {

        Case(String name, BiFunction<InvoiceService, Random, Long> ask) {
            this(name, MOST_MILLISECONDS, true, ask);
        }
    }

    static List<Case> all() {
        var cases = new ArrayList<Case>();
        cases.add(new Case(
                "first page",
                (service, _) -> (long) service.page(InvoiceFilter.NONE, PageRequest.of(0, PAGE, InvoiceSort.DEFAULT))
                        .size()));
        cases.add(lastPage("last page", InvoiceSort.DEFAULT));
        for (var sort : InvoiceSort.values()) {
            for (var direction : Sort.Direction.values()) {
                var by = Sort.by(direction, sort.property());
                var label =
                        "sorted by " + sort.property() + " " + direction.name().toLowerCase(Locale.ROOT);
                cases.add(page(label, _ -> InvoiceFilter.NONE, by));
                cases.add(lastPage(label + ", last page", by));
                cases.add(page(label + ", pending", _ -> InvoiceFilter.NONE.withStatus(InvoiceStatus.PENDING), by));
                cases.add(page(label + ", dates", InvoiceBenchmarkCases::dates, by));
                cases.add(page(label + ", many hits", random -> query(random, MANY), by));
                cases.add(page(label + ", some hits", random -> query(random, SOME), by));
                cases.add(page(label + ", amounts", random -> query(random, AMOUNTS), by));
                cases.add(page(label + ", mixed", random -> query(random, MIXED), by));
            }
        }
        searches("many hits", MANY, cases);
        searches("some hits", SOME, cases);
        searches("few hits", FEW, cases);
        searches("no hits", NONE, cases);
        searches("amounts", AMOUNTS, cases);
        searches("months", MONTHS, cases);
        searches("mixed", MIXED, cases);
        cases.add(count("count of all", _ -> InvoiceFilter.NONE));
        cases.add(count("count of pending", _ -> InvoiceFilter.NONE.withStatus(InvoiceStatus.PENDING)));
        cases.add(count("count of dates", InvoiceBenchmarkCases::dates));
        return cases;
    }

    private static void searches(String name, List<String> terms, List<Case> cases) {
        cases.add(page(name, random -> query(random, terms), InvoiceSort.DEFAULT));
        cases.add(page(
                name + ", pending",
                random -> query(random, terms).withStatus(InvoiceStatus.PENDING),
                InvoiceSort.DEFAULT));
        cases.add(page(
                name + ", dates",
                random -> dates(random).withQuery(query(random, terms).query()),
                InvoiceSort.DEFAULT));
        cases.add(count("count of " + name, random -> query(random, terms)));
    }

    private static InvoiceFilter query(Random random, List<String> terms) {
        return InvoiceFilter.NONE.withQuery(terms.get(random.nextInt(terms.size())));
    }

    private static InvoiceFilter dates(Random random) {
        var from = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1700));
        return InvoiceFilter.NONE.withDates(from, from.plusDays(random.nextInt(400)));
    }

    private static Case page(String name, Function<Random, InvoiceFilter> filter, Sort sort) {
        return new Case(
                name,
                (service, random) ->
                        (long) service.page(filter.apply(random), PageRequest.of(random.nextInt(4), PAGE, sort))
                                .size());
    }

    private static Case lastPage(String name, Sort sort) {
        return new Case(name, (service, random) -> {
            var pages = (int) ((service.totals().count() - 1) / PAGE);
            Pageable last = PageRequest.of(Math.max(pages - random.nextInt(4), 0), PAGE, sort);
            return (long) service.page(InvoiceFilter.NONE, last).size();
        });
    }

    private static Case count(String name, Function<Random, InvoiceFilter> filter) {
        return new Case(
                name, (service, random) -> service.count(filter.apply(random)).value());
    }
}
