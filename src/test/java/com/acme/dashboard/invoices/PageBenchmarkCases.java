package com.acme.dashboard.invoices;

import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.customers.CustomerSort;
import com.acme.dashboard.invoices.InvoiceBenchmarkCases.Case;
import com.acme.dashboard.overview.RevenueService;
import com.acme.dashboard.todos.TodoFilter;
import com.acme.dashboard.todos.TodoService;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** What the benchmark asks for the pages besides the lists of invoices: the overview, customers and todos. */
final class PageBenchmarkCases {

    private static final double MOST_OF_OVERVIEW = 150;
    private static final double MOST_OF_CUSTOMERS = 100;
    private static final double MOST_OF_ONE = 50;
    private static final int PAGE = 50;
    private static final YearMonth LAST = YearMonth.of(2026, 11);
    private static final List<String> TERMS = List.of("jane", "an", "a", "smith", "corp.test", "jane.smith1", "zzzz");

    private final InvoiceService invoices;
    private final CustomerService customers;
    private final RevenueService revenue;
    private final TodoService todos;
    private final List<Case> cases = new ArrayList<>();
    private List<UUID> ids = List.of();

    private PageBenchmarkCases(ApplicationContext application) {
        invoices = application.getBean(InvoiceService.class);
        customers = application.getBean(CustomerService.class);
        revenue = application.getBean(RevenueService.class);
        todos = application.getBean(TodoService.class);
    }

    static List<Case> of(ApplicationContext application) {
        var pages = new PageBenchmarkCases(application);
        pages.overview();
        pages.customers();
        pages.todos();
        return pages.cases;
    }

    private void overview() {
        List<ToLongFunction<Random>> parts = new ArrayList<>();
        part(parts, "totals", _ -> invoices.totals().count());
        part(parts, "oldest pending", _ -> invoices.oldestPending().stream().count());
        part(parts, "owing customers", _ -> invoices.owingCustomers());
        part(
                parts,
                "this month",
                _ -> invoices.count(InvoiceFilter.NONE.withDates(LAST.atDay(1), LAST.atEndOfMonth()))
                        .value());
        part(parts, "customers", _ -> customers.count(CustomerFilter.NONE));
        part(parts, "revenue table", _ -> revenue.months().size());
        part(
                parts,
                "paid by month",
                _ -> invoices.paidMonths(LAST.minusMonths(11), LAST).size());
        part(parts, "years", _ -> invoices.paidYears().size());
        part(
                parts,
                "latest",
                _ -> invoices.page(InvoiceFilter.NONE, PageRequest.of(0, 5, InvoiceSort.DEFAULT))
                        .size());
        part(
                parts,
                "top customers",
                _ -> customers
                        .page(
                                CustomerFilter.NONE,
                                PageRequest.of(0, 5, Sort.by(Sort.Direction.DESC, CustomerSort.PAID.property())))
                        .size());
        add(
                "overview, all parts one after the other",
                MOST_OF_OVERVIEW,
                random -> parts.stream()
                        .mapToLong(part -> part.applyAsLong(random))
                        .sum());
    }

    private void part(List<ToLongFunction<Random>> parts, String name, ToLongFunction<Random> ask) {
        parts.add(ask);
        add("overview: " + name, MOST_OF_OVERVIEW, ask);
    }

    private void customers() {
        for (var sort : CustomerSort.values()) {
            for (var direction : Sort.Direction.values()) {
                var by = Sort.by(direction, sort.property());
                var name = "customers by " + sort.property() + " "
                        + direction.name().toLowerCase(Locale.ROOT);
                add(name, MOST_OF_CUSTOMERS, random -> page("", random.nextInt(200), by));
                add(name + ", searched", MOST_OF_CUSTOMERS, random -> page(term(random), 0, by));
            }
        }
        add(
                "count of customers, searched",
                MOST_OF_CUSTOMERS,
                random -> customers.count(new CustomerFilter(term(random))));
        add("customer, all parts", MOST_OF_ONE, random -> {
            var id = anyCustomer(random);
            var ofCustomer = InvoiceFilter.NONE.withCustomer(id);
            return customers.detail(id).stream().count()
                    + invoices.paidMonthsOf(id, LAST.minusMonths(11), LAST).size()
                    + invoices.count(ofCustomer).value()
                    + invoices.page(ofCustomer, PageRequest.of(0, PAGE, InvoiceSort.DEFAULT))
                            .size();
        });
    }

    private void todos() {
        for (var filter : TodoFilter.values()) {
            add(
                    "todos, " + filter.name().toLowerCase(Locale.ROOT),
                    MOST_OF_ONE,
                    random -> todos.page(filter, random.nextInt(5_000), PAGE).size());
        }
        add("count of todos", MOST_OF_ONE, _ -> todos.counts().total());
    }

    private void add(String name, double most, ToLongFunction<Random> ask) {
        cases.add(new Case(name, most, (_, random) -> ask.applyAsLong(random)));
    }

    private long page(String query, int number, Sort sort) {
        return customers
                .page(new CustomerFilter(query), PageRequest.of(number, PAGE, sort))
                .size();
    }

    private static String term(Random random) {
        return TERMS.get(random.nextInt(TERMS.size()));
    }

    private UUID anyCustomer(Random random) {
        if (ids.isEmpty()) {
            ids = invoices.page(InvoiceFilter.NONE, PageRequest.of(0, 500, InvoiceSort.DEFAULT)).stream()
                    .map(InvoiceRow::customerId)
                    .distinct()
                    .toList();
        }
        return ids.get(random.nextInt(ids.size()));
    }
}
