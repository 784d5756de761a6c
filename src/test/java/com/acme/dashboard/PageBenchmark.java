package com.acme.dashboard;

import com.acme.dashboard.InvoiceBenchmarkCases.Case;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceSort;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.acme.dashboard.invoices.export.FileFormat;
import com.acme.dashboard.invoices.export.FileWords;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Measures every page, Studio's data included, over a million invoices, ten thousand customers and ten thousand todos in a
 * throwaway embedded PostgreSQL: {@code ./mvnw -Pbench}. Ends with status 1 if a goal is missed: each question at most its milliseconds at the 95th percentile, no
 * question that reads more pages of the database because there are more invoices, no heap that grows while paging.
 * {@code -Dbench.only=REGEX} measures only the cases whose name contains that.
 */
final class PageBenchmark {

    private static final int RUNS = 200;
    private static final int FEWER_RUNS = 40;
    private static final int WARM_UP = 30;
    private static final long SEED = 42;
    private static final int CUSTOMERS = 10_000;
    private static final int TODOS = 10_000;
    private static final int FEWER_INVOICES = 500_000;
    private static final int INVOICES = 1_000_000;
    private static final int HEAP_PAGES = 400;
    private static final long MOST_HEAP_BYTES = 4_000_000;
    private static final long MOST_HEAP_OF_EXPORT_BYTES = 64L * 1024 * 1024;

    private final ApplicationContext application;
    private final InvoiceService invoices;
    private final JdbcClient jdbc;
    private boolean missed;

    private PageBenchmark(ApplicationContext application) {
        this.application = application;
        this.invoices = application.getBean(InvoiceService.class);
        this.jdbc = application.getBean(JdbcClient.class);
    }

    static void main() {
        var application = new SpringApplicationBuilder(Application.class)
                .run(
                        "--spring.profiles.active=test",
                        "--server.port=0",
                        "--spring.datasource.hikari.leak-detection-threshold=0");
        if (!application.getBean(DatabaseServer.class).isEmbedded()) {
            System.err.println(
                    "The benchmark replaces all rows: it runs on the embedded database only. Unset DATABASE_URL_TEST.");
            System.exit(2);
        }
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("benchmark", "", "ROLE_USER", "ROLE_STUDIO"));
        var benchmark = new PageBenchmark(application);
        benchmark.run();
        System.exit(benchmark.missed ? 1 : 0);
    }

    private void run() {
        customersAndTodos();
        addInvoices(1, FEWER_INVOICES);
        Map<String, Long> pagesOfFewer = new LinkedHashMap<>();
        var only = Pattern.compile(System.getProperty("bench.only", ""));
        var questions = Stream.concat(InvoiceBenchmarkCases.all().stream(), PageBenchmarkCases.of(application).stream())
                .filter(question -> only.matcher(question.name()).find())
                .toList();
        for (var question : questions) {
            pagesOfFewer.put(question.name(), measure(question, FEWER_RUNS).pages());
        }
        addInvoices(FEWER_INVOICES + 1, INVOICES);
        System.out.printf(
                "%,d invoices of %,d customers, %d runs after %d to warm up%n", INVOICES, CUSTOMERS, RUNS, WARM_UP);
        System.out.printf(
                "%-40s %8s %8s %8s %8s %8s %12s%n", "", "p50 ms", "p95 ms", "max ms", "rows", "pages", "at half");
        for (var question : questions) {
            report(question, measure(question, RUNS), pagesOfFewer.getOrDefault(question.name(), 0L));
        }
        heap();
        throughput();
        exports();
        System.out.println(missed ? "A goal is missed." : "All goals are met.");
    }

    /** Times in milliseconds, and the averages of rows and of database pages read in one run. */
    private record Measured(double median, double p95, double max, long rows, long pages) {}

    private Measured measure(Case question, int runs) {
        var random = new Random(SEED);
        for (var run = 0; run < WARM_UP; run++) {
            ask(question, random);
        }
        random.setSeed(SEED);
        var nanoseconds = new long[runs];
        var rows = 0L;
        var pages = pagesRead();
        for (var run = 0; run < runs; run++) {
            var start = System.nanoTime();
            rows += ask(question, random);
            nanoseconds[run] = System.nanoTime() - start;
        }
        pages = pagesRead() - pages;
        Arrays.sort(nanoseconds);
        return new Measured(
                nanoseconds[runs / 2] / 1e6,
                nanoseconds[runs * 95 / 100] / 1e6,
                nanoseconds[runs - 1] / 1e6,
                rows / runs,
                pages / runs);
    }

    private long ask(Case question, Random random) {
        return question.ask().apply(invoices, random);
    }

    private void report(Case question, Measured measured, long pagesOfFewer) {
        var slow = measured.p95() > question.mostMilliseconds();
        var grows = question.tellsPages() && measured.pages() > 1.5 * pagesOfFewer + 100;
        missed |= slow || grows;
        System.out.printf(
                "%-40s %8.1f %8.1f %8.1f %8d %8d %12d%s%s%n",
                question.name(),
                measured.median(),
                measured.p95(),
                measured.max(),
                measured.rows(),
                measured.pages(),
                pagesOfFewer,
                slow ? "  TOO SLOW" : "",
                grows ? "  GROWS" : "");
    }

    /** Pages that this database has looked at so far, in its own cache or outside. */
    private long pagesRead() {
        jdbc.sql("select pg_stat_force_next_flush()").query((_, _) -> "").list();
        return jdbc.sql("select blks_hit + blks_read from pg_stat_database where datname = current_database()")
                .query((rows, _) -> rows.getLong(1))
                .single();
    }

    private void heap() {
        page(0);
        var before = usedHeap();
        for (var number = 0; number < HEAP_PAGES; number++) {
            page(number * (INVOICES / 50 / HEAP_PAGES));
        }
        var growth = usedHeap() - before;
        missed |= growth > MOST_HEAP_BYTES;
        System.out.printf("heap after paging from the first to the last of all rows: %+,d bytes%n", growth);
    }

    /** All rows to a file of each kind that goes nowhere. The heap is looked at now and then, cleared of garbage. */
    private void exports() {
        var statuses = Map.of(InvoiceStatus.PENDING, "Pending", InvoiceStatus.PAID, "Paid");
        var words =
                new FileWords(Locale.US, "Invoices", "Id", "Customer", "Email", "Amount", "Date", "Status", statuses);
        for (var format : FileFormat.values()) {
            var before = usedHeap();
            var most = new AtomicLong();
            var rows = new AtomicInteger();
            var pauses = new AtomicLong();
            var start = System.nanoTime();
            var file = format.write(OutputStream.nullOutputStream(), words);
            invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT).read(invoice -> {
                file.add(invoice);
                if (rows.incrementAndGet() % (INVOICES / 5) == 0) {
                    var pause = System.nanoTime();
                    most.accumulateAndGet(usedHeap() - before, Math::max);
                    pauses.addAndGet(System.nanoTime() - pause);
                }
            });
            file.finish();
            var seconds = (System.nanoTime() - start - pauses.get()) / 1e9;
            missed |= most.get() > MOST_HEAP_OF_EXPORT_BYTES;
            System.out.printf(
                    "export as %s: %,d rows, %,.0f per second, at most %+,d bytes of heap%n",
                    format, rows.get(), rows.get() / seconds, most.get());
        }
    }

    private void page(int number) {
        invoices.page(InvoiceFilter.NONE, PageRequest.of(number, 50, InvoiceSort.DEFAULT));
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        IntStream.range(0, 3).forEach(_ -> memory.gc());
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Eight people at once look at first pages. */
    private void throughput() {
        var context = SecurityContextHolder.getContext();
        Callable<Void> person = () -> {
            SecurityContextHolder.setContext(context);
            IntStream.range(0, 100).forEach(_ -> page(0));
            return null;
        };
        try (var people = Executors.newFixedThreadPool(8)) {
            var start = System.nanoTime();
            for (var done : people.invokeAll(Collections.nCopies(8, person))) {
                done.get();
            }
            System.out.printf(
                    "first pages by 8 at once: %,.0f per second%n", 800 / ((System.nanoTime() - start) / 1e9));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void customersAndTodos() {
        // A worker that looks at the tables meanwhile would keep them from being fit for reading by index alone.
        jdbc.sql("alter system set autovacuum = off").update();
        jdbc.sql("select pg_reload_conf()").query((_, _) -> "").list();
        jdbc.sql("truncate invoices, customers").update();
        jdbc.sql("""
                        insert into customers (name, email, image_url)
                        select first || ' ' || last, lower(first) || '.' || lower(last) || n || '@' || domain, ''
                        from (select n,
                                     (array['Jane', 'Liam', 'Olivia', 'Noah', 'Emma', 'Oliver', 'Ava', 'Elijah', 'Sophia', 'Lucas',
                                            'Mia', 'Mason', 'Amelia', 'Logan', 'Harper', 'Ethan', 'Evelyn', 'James', 'Abigail', 'Carter',
                                            'Emily', 'Jackson', 'Ella', 'Levi', 'Stella'])[1 + n % 25] as first,
                                     (array['Smith', 'Johnson', 'Williams', 'Brown', 'Jones', 'Garcia', 'Miller', 'Davis', 'Lopez', 'Wilson',
                                            'Anderson', 'Thomas', 'Taylor', 'Moore', 'Martin', 'Lee', 'Nguyen', 'White', 'Flores', 'Clark'])[1 + n / 25 % 20] as last,
                                     (array['example.com', 'acme.test', 'mail.test', 'corp.test'])[1 + n % 4] as domain
                              from generate_series(1, :customers) n) each
                        """).param("customers", CUSTOMERS).update();
        jdbc.sql("truncate todos").update();
        jdbc.sql(
                        "insert into todos (title, completed) select 'Call customer ' || n, n % 3 = 0 from generate_series(1, :todos) n")
                .param("todos", TODOS)
                .update();
        jdbc.sql("vacuum analyze todos").update();
    }

    /** Some customers have many invoices, a few prices are common, and what is pending is mostly young. */
    private void addInvoices(int from, int to) {
        jdbc.sql("""
                        with numbered as (select id, row_number() over (order by id) - 1 as number from customers)
                        insert into invoices (customer_id, amount, status, date)
                        select c.id,
                               case when common < 0.3 then (array[2900, 9900, 29900, 49900, 99900])[1 + n % 5]
                                    else 100 + floor(price * 500000)::int end,
                               case when (age < 400 and chance < 0.5) or chance < 0.02 then 'pending' else 'paid' end,
                               date '2026-11-20' - age
                        from (select n, random() as who, random() as common, random() as price, random() as chance,
                                     floor(random() * 1825)::int as age
                              from (select setseed(0.42)) seed, generate_series(:from, :to) n) each
                        join numbered c on c.number = floor(:customers * who * who)::int
                        """)
                .param("from", from)
                .param("to", to)
                .param("customers", CUSTOMERS)
                .update();
        // A commit that is not on disk yet is no reason for vacuum to call its rows visible to all, and reading by the
        // index alone needs that: in a live database autovacuum comes later.
        jdbc.sql("checkpoint").update();
        jdbc.sql("vacuum analyze invoices, customers, customer_totals, invoice_totals_changes")
                .update();
    }
}
