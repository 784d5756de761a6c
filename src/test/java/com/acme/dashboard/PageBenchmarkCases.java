package com.acme.dashboard;

import com.acme.dashboard.InvoiceBenchmarkCases.Case;
import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.customers.CustomerSort;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceSort;
import com.acme.dashboard.overview.RevenueService;
import com.acme.dashboard.studio.ColumnFilter;
import com.acme.dashboard.studio.Operator;
import com.acme.dashboard.studio.RowPosition;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.RowSort;
import com.acme.dashboard.studio.StudioCatalog;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableName;
import com.acme.dashboard.studio.TableShape;
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

/** What the benchmark asks for the pages besides the lists of invoices: the overview, customers, todos and Studio. */
final class PageBenchmarkCases {

    private static final double MOST_OF_OVERVIEW = 150;
    private static final double MOST_OF_CUSTOMERS = 100;
    private static final double MOST_OF_ONE = 50;
    private static final double MOST_OF_STUDIO = 300;
    private static final int PAGE = 50;
    private static final YearMonth LAST = YearMonth.of(2026, 11);
    private static final List<String> TERMS = List.of("jane", "an", "a", "smith", "corp.test", "jane.smith1", "zzzz");

    private final InvoiceService invoices;
    private final CustomerService customers;
    private final RevenueService revenue;
    private final TodoService todos;
    private final StudioCatalog catalog;
    private final StudioRows tableRows;
    private final List<Case> cases = new ArrayList<>();
    private List<UUID> ids = List.of();

    private PageBenchmarkCases(ApplicationContext application) {
        invoices = application.getBean(InvoiceService.class);
        customers = application.getBean(CustomerService.class);
        revenue = application.getBean(RevenueService.class);
        todos = application.getBean(TodoService.class);
        catalog = application.getBean(StudioCatalog.class);
        tableRows = application.getBean(StudioRows.class);
    }

    static List<Case> of(ApplicationContext application) {
        var pages = new PageBenchmarkCases(application);
        pages.overview();
        pages.customers();
        pages.todos();
        pages.studio();
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

    /** Of Studio, what opening the largest table asks for: its shape, how many rows there are, and the first of them. */
    private void studio() {
        var all = RowQuery.all(new TableName("public", "invoices"));
        addStudio("all tables", _ -> catalog.tables().size());
        addStudio("open invoices", _ -> open(all));
        addStudio("open invoices by date", _ -> open(all.with(new RowSort("date", true))));
        addStudio("open invoices of a customer", random -> {
            var customer = anyCustomer(random).toString();
            return open(all.with(List.of(new ColumnFilter("customer_id", Operator.IS, customer))));
        });
        addStudio("scroll on in the middle", random -> {
            var behind = new RowPosition(List.of(new UUID(random.nextLong(), random.nextLong()).toString()));
            return tableRows.page(shape(all), all, behind, 0, 0, PAGE).rows().size();
        });
    }

    private void addStudio(String name, ToLongFunction<Random> ask) {
        cases.add(new Case("studio: " + name, MOST_OF_STUDIO, false, (_, random) -> ask.applyAsLong(random)));
    }

    private long open(RowQuery query) {
        var shape = shape(query);
        tableRows.count(shape, query);
        return tableRows.page(shape, query, null, 0, 0, PAGE).rows().size();
    }

    private TableShape shape(RowQuery query) {
        return catalog.shape(query.table()).orElseThrow();
    }

    private void add(String name, double most, ToLongFunction<Random> ask) {
        cases.add(new Case(name, most, true, (_, random) -> ask.applyAsLong(random)));
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
