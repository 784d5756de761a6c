package com.acme.dashboard.common.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.Change;
import com.acme.dashboard.security.CurrentUser;
import com.vaadin.flow.component.UI;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.test.util.ReflectionTestUtils;

@IntegrationTest
@WithUserDetails("user@acme.test")
class BackgroundReadingTest extends BrowserlessTest {

    @Autowired
    private BackgroundReading background;

    @Autowired
    private ConnectionBudget budget;

    @Autowired
    private Changes changes;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private CurrentUser user;

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<Object> heard = new ArrayList<>();

    @Test
    void a_page_that_is_closed_while_it_is_read_hears_nothing_and_that_is_no_fault()
            throws ExecutionException, InterruptedException {
        // Like one that is closed, it belongs to no session.
        var closed = new UI();

        background.read("page", closed, () -> "read", heard::add, heard::add).get();

        assertThat(heard).isEmpty();
    }

    @Test
    void what_is_read_stays_the_persons_when_they_sign_out_meanwhile() throws Exception {
        var begun = new CountDownLatch(1);
        var reading = reading("page", () -> {
            begun.countDown();
            awaitRelease();
            return user.require().email();
        });
        try {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            new SecurityContextLogoutHandler()
                    .logout(new MockHttpServletRequest(), new MockHttpServletResponse(), null);
        } finally {
            release.countDown();
        }
        reading.get();

        Pushes.untilAsserted(() -> assertThat(heard).containsExactly("user@acme.test"));
    }

    @Test
    void readings_that_hang_leave_other_kinds_their_turn() throws Exception {
        try {
            for (var page = 0; page < 4; page++) {
                var _ = reading("slow", this::awaitRelease);
            }

            reading("quick", () -> "read").get(10, TimeUnit.SECONDS);
        } finally {
            release.countDown();
        }
    }

    @Test
    void everything_in_the_background_together_leaves_half_of_the_connections_to_people() throws Exception {
        var half = pool.getMaximumPoolSize() / 2;
        var begun = new CountDownLatch(half);
        Future<?> next;
        try {
            for (var number = 0; number < half; number++) {
                var _ = reading("slow " + number, () -> {
                    begun.countDown();
                    return awaitRelease();
                });
            }
            begun.await();
            changes.listen(UI.getCurrent(), SomethingChanged.class, () -> heard.add("changed"));
            Thread.ofVirtual()
                    .start(() -> events.publishEvent(new SomethingChanged()))
                    .join();
            next = reading("quick", () -> "read");

            var free = (Semaphore) Objects.requireNonNull(ReflectionTestUtils.getField(budget, "free"));
            await().until(() -> free.getQueueLength() == 2);
        } finally {
            release.countDown();
        }
        next.get();
        Pushes.untilAsserted(() -> assertThat(heard).contains("read", "changed"));
    }

    private <T> Future<?> reading(String kind, Supplier<T> reading) {
        return background.read(kind, UI.getCurrent(), reading, heard::add, heard::add);
    }

    private String awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    private record SomethingChanged() implements Change {}
}
