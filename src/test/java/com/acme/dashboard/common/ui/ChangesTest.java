package com.acme.dashboard.common.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.Change;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of the test is the one that others' changes reach; its lock is held but for the round trips. */
@IntegrationTest
@WithUserDetails("user@acme.test")
class ChangesTest extends BrowserlessTest {

    @Autowired
    private Changes changes;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private final List<String> refreshed = new ArrayList<>();

    private record PostsChanged() implements Change {}

    private record OthersChanged() implements Change {}

    @Test
    void what_someone_else_commits_reaches_the_page_as_the_person_who_looks_at_it() throws InterruptedException {
        listening("posts");

        elsewhere(() -> transaction.executeWithoutResult(status -> events.publishEvent(new PostsChanged())));

        Pushes.untilAsserted(() -> {
            assertThat(refreshed).containsExactly("posts for user@acme.test");
        });
    }

    @Test
    void what_is_not_committed_reaches_nobody() throws InterruptedException {
        listening("posts");

        elsewhere(() -> transaction.executeWithoutResult(status -> {
            events.publishEvent(new PostsChanged());
            status.setRollbackOnly();
        }));
        elsewhere(() -> transaction.executeWithoutResult(status -> events.publishEvent(new OthersChanged())));

        listening("others", OthersChanged.class);
        elsewhere(() -> transaction.executeWithoutResult(status -> events.publishEvent(new OthersChanged())));
        Pushes.untilAsserted(() -> {
            assertThat(refreshed).containsExactly("others for user@acme.test");
        });
    }

    @Test
    void the_own_page_shows_its_change_with_the_same_round_trip() {
        listening("posts");

        transaction.executeWithoutResult(status -> events.publishEvent(new PostsChanged()));
        MockVaadin.clientRoundtrip();

        assertThat(refreshed).hasSize(1);
    }

    @Test
    void a_storm_of_changes_holds_nobody_up_and_is_a_few_refreshes() throws InterruptedException {
        listening("posts");

        // The page's lock is held by this thread: whoever waited for it would wait for ever.
        elsewhere(() -> {
            for (var number = 0; number < 1_000; number++) {
                events.publishEvent(new PostsChanged());
            }
        });

        Pushes.untilAsserted(() -> {
            assertThat(refreshed).isNotEmpty();
        });
        elsewhere(() -> events.publishEvent(new PostsChanged()));
        var before = refreshed.size();
        Pushes.untilAsserted(() -> {
            assertThat(refreshed).hasSizeGreaterThan(before);
        });
        assertThat(refreshed).hasSizeLessThan(5);
    }

    @Test
    void a_change_between_reading_and_attaching_is_not_missed() throws InterruptedException {
        var shown = shown("posts", PostsChanged.class);
        elsewhere(() -> events.publishEvent(new PostsChanged()));

        UI.getCurrent().add(shown);

        Pushes.untilAsserted(() -> {
            assertThat(refreshed).hasSize(1);
        });
    }

    @Test
    void what_has_left_the_page_is_not_refreshed_and_not_kept() throws InterruptedException {
        listening("still there");
        var kept = keptForThePage();
        var leaving = listening("gone");
        assertThat(keptForThePage()).isNotEqualTo(kept);

        UI.getCurrent().remove(leaving);
        elsewhere(() -> events.publishEvent(new PostsChanged()));

        Pushes.untilAsserted(() -> assertThat(refreshed).containsExactly("still there for user@acme.test"));
        assertThat(keptForThePage()).isEqualTo(kept);
    }

    @Test
    void a_refresh_that_fails_is_reported_and_keeps_no_other_from_its_own() throws InterruptedException {
        var failing = new Div();
        changes.listen(failing, PostsChanged.class, () -> {
            throw new IllegalStateException("This one fails");
        });
        UI.getCurrent().add(failing);
        listening("posts");

        elsewhere(() -> events.publishEvent(new PostsChanged()));

        // What is reported is thrown by the test's round trip, when that is over.
        assertThatThrownBy(
                        () -> Pushes.untilAsserted(() -> assertThat(refreshed).isNotEmpty()))
                .hasRootCauseMessage("This one fails");
        assertThat(refreshed).containsExactly("posts for user@acme.test");
    }

    /** No door leads there: that nothing piles up shows only inside. */
    private Set<Object> keptForThePage() {
        var pages = (Map<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(changes, "pages"));
        var page = Objects.requireNonNull(pages.get(UI.getCurrent()));
        return Set.copyOf((Set<?>) Objects.requireNonNull(ReflectionTestUtils.getField(page, "interests")));
    }

    private Div listening(String name) {
        return listening(name, PostsChanged.class);
    }

    private Div listening(String name, Class<? extends Change> change) {
        var shown = shown(name, change);
        UI.getCurrent().add(shown);
        return shown;
    }

    private Div shown(String name, Class<? extends Change> change) {
        var shown = new Div();
        changes.listen(
                shown,
                change,
                () -> refreshed.add(name + " for "
                        + Objects.requireNonNull(
                                        SecurityContextHolder.getContext().getAuthentication())
                                .getName()));
        return shown;
    }

    private static void elsewhere(Runnable work) throws InterruptedException {
        Thread.ofVirtual().start(work).join();
    }
}
