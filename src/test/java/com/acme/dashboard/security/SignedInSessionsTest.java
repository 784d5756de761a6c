package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.acme.dashboard.AdjustableClock;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class SignedInSessionsTest {

    private static final Account UMA = new Account(UUID.randomUUID(), "Uma User", "user@acme.test", Role.USER);
    private static final Account ADA = new Account(UUID.randomUUID(), "Ada Admin", "admin@acme.test", Role.ADMIN);

    private final AdjustableClock clock = new AdjustableClock();
    private final SignedInSessions sessions = new SignedInSessions(
            new OpenPages(),
            new IdleLimits(Duration.ofMinutes(30), Duration.ofMinutes(2), Duration.ofMinutes(1)),
            clock);

    @Test
    void half_an_hour_without_activity_ends_the_session() {
        var session = signedIn(UMA);

        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(sessions.goesOn(session)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.goesOn(session)).isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void the_server_forgets_no_session_that_may_still_go_on() {
        var patient = new SignedInSessions(
                new OpenPages(),
                new IdleLimits(Duration.ofHours(2), Duration.ofMinutes(2), Duration.ofMinutes(1)),
                clock);
        var session = new MockHttpSession();

        patient.begin(session, UMA, PasswordFingerprint.of("hash"));

        assertThat(session.getMaxInactiveInterval()).isGreaterThan(7200);
    }

    @Test
    void the_session_ends_without_any_request() {
        var session = signedIn(UMA);
        clock.advance(Duration.ofMinutes(30));

        sessions.check();

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void one_that_ends_by_itself_meanwhile_keeps_no_other_from_its_turn() {
        var other = signedIn(ADA);
        clock.advance(Duration.ofMinutes(1));
        var gone = new MockHttpSession() {
            @Override
            public Enumeration<String> getAttributeNames() {
                throw new IllegalStateException("The session is no more");
            }
        };
        sessions.begin(gone, UMA, PasswordFingerprint.of("hash"));
        clock.advance(Duration.ofMinutes(29));

        assertThatCode(sessions::check).doesNotThrowAnyException();

        assertThat(other.isInvalid()).isTrue();
    }

    @Test
    void requests_alone_extend_nothing() {
        var session = signedIn(UMA);
        for (var minute = 0; minute < 30; minute++) {
            assertThat(sessions.goesOn(session)).isTrue();
            session.access();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(sessions.goesOn(session)).isFalse();
    }

    @Test
    void activity_extends_from_when_it_was_not_from_when_it_was_reported() {
        var session = signedIn(UMA);
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.active(session, Duration.ofSeconds(50))).isTrue();

        clock.advance(Duration.ofMinutes(29).plusSeconds(9));
        assertThat(sessions.goesOn(session)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.goesOn(session)).isFalse();
    }

    @Test
    void activity_in_the_future_or_before_the_last_one_changes_nothing() {
        var session = signedIn(UMA);
        clock.advance(Duration.ofMinutes(10));
        sessions.active(session, Duration.ofHours(-5));
        sessions.active(session, Duration.ofMinutes(9));

        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.goesOn(session)).isFalse();
    }

    @Test
    void an_ended_session_is_not_revived() {
        var session = signedIn(UMA);
        clock.advance(Duration.ofMinutes(31));

        assertThat(sessions.active(session, Duration.ofMinutes(29))).isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void ending_the_others_spares_this_one_and_those_of_other_people() {
        var here = signedIn(UMA);
        var elsewhere = signedIn(UMA);
        var admins = signedIn(ADA);

        sessions.endOthers(UMA, here.getId());

        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(sessions.goesOn(here)).isTrue();
        assertThat(sessions.goesOn(admins)).isTrue();
    }

    @Test
    void a_session_that_nobody_is_signed_in_with_is_left_alone() {
        var session = signedOut();
        clock.advance(Duration.ofHours(5));

        assertThat(sessions.goesOn(session)).isTrue();
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void a_page_that_is_being_answered_keeps_nobody_waiting_and_its_session_goes_with_a_later_check()
            throws InterruptedException {
        var busy = signedIn(UMA);
        var page = new Page();
        busy.setAttribute(VaadinSession.class.getName() + ".springServlet", page);
        clock.advance(Duration.ofMinutes(30));
        sessions.check();
        var answer = new Thread(page::answer);
        answer.start();
        page.answering.await();

        var check = new Thread(sessions::check);
        check.start();
        var ended = check.join(Duration.ofSeconds(20));
        var stayed = !busy.isInvalid();
        page.answered.countDown();
        answer.join();
        check.join();

        assertThat(ended).isTrue();
        assertThat(stayed).isTrue();
        sessions.check();
        assertThat(busy.isInvalid()).isTrue();
    }

    /** Without a service, and so without a user interface. */
    private static final class Page extends VaadinSession {

        private static final long serialVersionUID = 1L;

        private final transient ReentrantLock lock = new ReentrantLock();
        private final transient CountDownLatch answering = new CountDownLatch(1);
        private final transient CountDownLatch answered = new CountDownLatch(1);

        Page() {
            super(null);
        }

        void answer() {
            lock();
            try {
                answering.countDown();
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                unlock();
            }
        }

        @Override
        public void lock() {
            lock.lock();
        }

        @Override
        public void unlock() {
            lock.unlock();
        }

        @Override
        public ReentrantLock getLockInstance() {
            return lock;
        }

        @Override
        public boolean hasLock() {
            return lock.isHeldByCurrentThread();
        }

        @Override
        public Collection<UI> getUIs() {
            return List.of();
        }

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            // Nothing was made that would have to be given back.
        }
    }

    private MockHttpSession signedIn(Account account) {
        var session = signedOut();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new TestingAuthenticationToken(account.email(), null)));
        sessions.begin(session, account, PasswordFingerprint.of("a hash"));
        return session;
    }

    private static MockHttpSession signedOut() {
        return new MockHttpSession();
    }
}
