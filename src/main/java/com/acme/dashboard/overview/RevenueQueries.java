package com.acme.dashboard.overview;

import com.acme.dashboard.common.Money;
import java.time.Month;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the books say. */
@Repository
class RevenueQueries {

    private final JdbcClient jdbc;

    RevenueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RevenueMonth> months() {
        return jdbc.sql("""
                        select calendar.number, r.revenue
                        from revenue r
                        join unnest(array['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'])
                            with ordinality as calendar (month, number) on calendar.month = r.month
                        order by calendar.number
                        """)
                .query((rows, _) ->
                        new RevenueMonth(Month.of(rows.getInt("number")), new Money(rows.getLong("revenue") * 100)))
                .list();
    }
}
