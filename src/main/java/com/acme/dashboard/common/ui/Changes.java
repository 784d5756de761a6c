package com.acme.dashboard.common.ui;

import com.acme.dashboard.common.AnythingChanged;
import com.acme.dashboard.common.Change;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps every open page fresh: what anybody commits on this server shows without a reload. A service publishes a
 * {@link Change} in its transaction, and whatever shows it says so in its constructor, before it reads anything:
 *
 * <pre>{@code
 * record TodosChanged() implements Change {}
 *
 * events.publishEvent(new TodosChanged());                        // in the service, in the transaction
 *
 * changes.listen(this, TodosChanged.class, this::refresh);        // in the view; Changes is a constructor parameter
 * }</pre>
 *
 * The refresh runs in the page, with its lock and as the person who is signed in there: at once in the page that made the
 * change, within a second in all others. It is to read again, and to leave alone what is being typed or selected.
 */
@SpringComponent
public class Changes {

    /** So long a page is left in peace after a refresh, however much changes meanwhile. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** So many pages read at the same time, where the budget allows it. */
    private static final int AT_ONCE = 3;

    private final Map<UI, OpenPage> pages = new ConcurrentHashMap<>();
    private final AtomicLong commits = new AtomicLong();
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(
            AT_ONCE,
            Thread.ofVirtual().name("changes-", 0).factory(),
            // Nobody is told of changes any more while the server stops.
            new ThreadPoolExecutor.DiscardPolicy());
    private final ConnectionBudget budget;

    Changes(ConnectionBudget budget) {
        this.budget = budget;
    }

    /** Refreshes the component after every change of that type from now on, for as long as it is attached to a page. */
    public void listen(Component shown, Class<? extends Change> change, Command refresh) {
        var interest = new Interest(change, refresh, commits.get());
        shown.addAttachListener(event -> attached(event.getUI(), interest));
        shown.addDetachListener(event -> detached(event.getUI(), interest));
        if (shown.isAttached()) {
            shown.getUI().ifPresent(ui -> attached(ui, interest));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void committed(Change change) {
        commits.incrementAndGet();
        pages.values().forEach(page -> page.outdate(change.getClass()));
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    private void attached(UI ui, Interest interest) {
        var page = pages.computeIfAbsent(ui, OpenPage::new);
        page.add(interest);
        if (commits.get() != interest.commits()) {
            // Perhaps of something else, but perhaps between the reading and the attaching.
            page.outdate(interest.change());
        }
    }

    private void detached(UI ui, Interest interest) {
        pages.computeIfPresent(ui, (_, page) -> page.isEmptyWithout(interest) ? null : page);
    }

    private record Interest(Class<? extends Change> change, Command refresh, long commits) {}

    /** A page is outdated by threads of all kinds, none of which waits for another; only its own lock allows a refresh. */
    private final class OpenPage {

        private final UI ui;
        private final Set<Interest> interests = new LinkedHashSet<>();
        private final Set<Interest> outdated = new LinkedHashSet<>();
        private boolean underway;
        private long peaceUntil = System.nanoTime();

        OpenPage(UI ui) {
            this.ui = ui;
        }

        synchronized void add(Interest interest) {
            interests.add(interest);
        }

        synchronized boolean isEmptyWithout(Interest interest) {
            interests.remove(interest);
            outdated.remove(interest);
            return interests.isEmpty();
        }

        synchronized void outdate(Class<? extends Change> change) {
            interests.stream()
                    .filter(interest -> interest.change().equals(change) || change.equals(AnythingChanged.class))
                    .forEach(outdated::add);
            if (underway) {
                return;
            }
            if (ui.equals(UI.getCurrent())) {
                underway = !outdated.isEmpty();
                if (underway) {
                    refreshWhenFree();
                }
            } else {
                schedule();
            }
        }

        private synchronized void schedule() {
            underway = !outdated.isEmpty();
            if (underway) {
                var delay = Math.max(0, peaceUntil - System.nanoTime());
                var _ = background.schedule(() -> budget.spend(this::refreshWhenFree), delay, TimeUnit.NANOSECONDS);
            }
        }

        /** Never waits: where someone else has the page's lock, they do it when they give it back. */
        private void refreshWhenFree() {
            ui.accessLater(this::refresh, () -> pages.remove(ui)).run();
        }

        private void refresh() {
            try {
                var due = takeOutdated();
                // Nobody is signed in any more where the session has just ended: the page is about to go.
                if (SecurityContextHolder.getContext().getAuthentication() != null) {
                    due.forEach(this::attempt);
                }
            } finally {
                settle();
            }
        }

        /** One that fails is reported, and keeps nobody else on the page from what they are told only once. */
        private void attempt(Interest interest) {
            try {
                interest.refresh().execute();
            } catch (RuntimeException failure) {
                ui.getSession().getErrorHandler().error(new ErrorEvent(failure));
            }
        }

        private synchronized List<Interest> takeOutdated() {
            var taken = List.copyOf(outdated);
            outdated.clear();
            return taken;
        }

        private synchronized void settle() {
            peaceUntil = System.nanoTime() + PAUSE.toNanos();
            schedule();
        }
    }
}
