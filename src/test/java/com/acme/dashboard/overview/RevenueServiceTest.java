package com.acme.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.Money;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
class RevenueServiceTest {

    @Autowired
    private RevenueService revenue;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @WithMockUser
    void months_come_in_the_order_of_the_calendar_in_whole_dollars() {
        jdbc.sql("delete from revenue").update();
        jdbc.sql("""
                        insert into revenue (month, revenue)
                        values ('Dec', 2147483647), ('Apr', 4), ('Jan', 0), ('Aug', 8), ('Feb', 2)
                        """).update();

        assertThat(revenue.months())
                .containsExactly(
                        new RevenueMonth(Month.JANUARY, Money.ZERO),
                        new RevenueMonth(Month.FEBRUARY, new Money(200)),
                        new RevenueMonth(Month.APRIL, new Money(400)),
                        new RevenueMonth(Month.AUGUST, new Money(800)),
                        new RevenueMonth(Month.DECEMBER, new Money(214_748_364_700L)));
    }

    @Test
    void nobody_reads_it_without_a_session() {
        assertThatThrownBy(revenue::months).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    @WithAnonymousUser
    void strangers_do_not_read_it() {
        assertThatThrownBy(revenue::months).isInstanceOf(AccessDeniedException.class);
    }
}
