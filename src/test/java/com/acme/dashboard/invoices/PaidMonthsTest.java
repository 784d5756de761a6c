package com.acme.dashboard.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.Money;
import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerService;
import java.time.Year;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What the overview sums up, compared with the rows of the lists one by one. */
@IntegrationTest
@WithMockUser
class PaidMonthsTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private CustomerService customers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void totals_of_cards_months_and_customers_are_the_sums_over_the_lists() {
        jdbc.sql("select setseed(0.5)").query((_, _) -> "").list();
        jdbc.sql("""
                        insert into invoices (customer_id, amount, status, date)
                        select c.id, 1 + (random() * 100000)::integer, case when random() < 0.7 then 'paid' else 'pending' end,
                               date '2024-12-20' + (random() * 390)::integer
                        from customers c, generate_series(1, 400)
                        """).update();
        var all = invoices.page(InvoiceFilter.NONE, PageRequest.of(0, 2_000));
        var totals = invoices.totals();

        assertThat(totals.count()).isEqualTo(all.size());
        assertThat(totals.paid()).isEqualTo(sum(all.stream().filter(PaidMonthsTest::isPaid)));
        assertThat(totals.pending()).isEqualTo(sum(all.stream().filter(row -> !isPaid(row))));
        assertThat(invoices.paidMonths(JANUARY, DECEMBER))
                .hasSize(12)
                .allSatisfy(month -> assertThat(month.paid())
                        .isEqualTo(sum(all.stream()
                                .filter(PaidMonthsTest::isPaid)
                                .filter(row -> YearMonth.from(row.date()).equals(month.month())))));
        for (var customer : customers.page(CustomerFilter.NONE, PageRequest.of(0, 10))) {
            assertThat(invoices.paidMonthsOf(customer.id(), JANUARY, DECEMBER))
                    .hasSize(12)
                    .allSatisfy(month -> assertThat(month.paid())
                            .isEqualTo(sum(all.stream()
                                    .filter(PaidMonthsTest::isPaid)
                                    .filter(row -> row.customerId().equals(customer.id()))
                                    .filter(row -> YearMonth.from(row.date()).equals(month.month())))));
        }
    }

    /** As another program may have written it before this one came. */
    @Test
    void a_date_without_end_is_of_no_year() {
        var before = invoices.paidYears();
        jdbc.sql(
                        "insert into invoices (customer_id, amount, status, date) select id, 1, 'paid', 'infinity' from customers limit 1")
                .update();

        assertThat(invoices.paidYears()).isEqualTo(before);
    }

    @Test
    void the_last_day_of_a_year_and_the_first_of_the_next_are_of_different_months() {
        jdbc.sql("""
                        insert into invoices (customer_id, amount, status, date)
                        select 'c0000000-0000-4000-8000-000000000001'::uuid, amount, 'paid', date::date
                        from (values (100, '2024-12-31'), (200, '2025-01-01'), (400, '2025-12-31'), (800, '2026-01-01'))
                            as made (amount, date)
                        """).update();
        var harbor = UUID.fromString("c0000000-0000-4000-8000-000000000001");

        var months = invoices.paidMonths(JANUARY, DECEMBER);

        assertThat(months)
                .extracting(PaidMonth::month)
                .isSorted()
                .startsWith(JANUARY)
                .endsWith(DECEMBER);
        assertThat(months.getFirst()).isEqualTo(new PaidMonth(JANUARY, 1, new Money(200)));
        assertThat(months.getLast()).isEqualTo(new PaidMonth(DECEMBER, 1, new Money(400)));
        assertThat(months.get(5)).isEqualTo(new PaidMonth(YearMonth.of(2025, 6), 0, Money.ZERO));
        assertThat(invoices.paidMonthsOf(harbor, JANUARY, DECEMBER)).isEqualTo(months);
        assertThat(invoices.paidYears()).containsExactly(Year.of(2026), Year.of(2025), Year.of(2024), Year.of(2023));
    }

    private static boolean isPaid(InvoiceRow row) {
        return row.status() == InvoiceStatus.PAID;
    }

    private static Money sum(Stream<InvoiceRow> rows) {
        return rows.map(InvoiceRow::amount).reduce(Money.ZERO, Money::plus);
    }
}
