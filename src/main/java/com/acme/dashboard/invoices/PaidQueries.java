package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was paid by month: of all invoices from the kept totals, of one customer's from their index. */
@Repository
class PaidQueries {

    private final JdbcClient jdbc;

    PaidQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PaidMonth> months(YearMonth first, YearMonth last) {
        return jdbc.sql("""
                        select months.month::date as month,
                               coalesce(sum(kept.invoices), 0) as invoices,
                               coalesce(sum(kept.cents), 0)    as cents
                        from generate_series(:first::timestamp, :last::timestamp, interval '1 month') as months (month)
                        left join (select month, status, invoices, cents from month_totals
                                   union all
                                   select month, status, invoices, cents from invoice_totals_changes) kept
                            on kept.month = months.month::date and kept.status = 'paid'
                        group by months.month
                        order by months.month
                        """)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(PaidQueries::month)
                .list();
    }

    List<PaidMonth> monthsOf(UUID customerId, YearMonth first, YearMonth last) {
        return jdbc.sql("""
                        select months.month::date as month,
                               count(i.amount)            as invoices,
                               coalesce(sum(i.amount), 0) as cents
                        from generate_series(:first::timestamp, :last::timestamp, interval '1 month') as months (month)
                        left join (select date, amount from invoices
                                   where customer_id = :customerId and status = 'paid'
                                     and date >= :first and date < :last + interval '1 month') i
                            on date_trunc('month', i.date::timestamp) = months.month
                        group by months.month
                        order by months.month
                        """)
                .param("customerId", customerId)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(PaidQueries::month)
                .list();
    }

    List<Year> years() {
        return jdbc.sql("""
                        select extract(year from month)::integer as year
                        from (select month, invoices from month_totals where status = 'paid'
                              union all
                              select month, invoices from invoice_totals_changes where status = 'paid') kept
                        where isfinite(month)
                        group by year
                        having sum(invoices) > 0
                        order by year desc
                        """).query((rows, _) -> Year.of(rows.getInt("year"))).list();
    }

    private static PaidMonth month(ResultSet rows, int number) throws SQLException {
        return new PaidMonth(
                YearMonth.from(rows.getObject("month", LocalDate.class)),
                rows.getLong("invoices"),
                new Money(rows.getLong("cents")));
    }
}
