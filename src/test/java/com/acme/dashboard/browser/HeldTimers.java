package com.acme.dashboard.browser;

import java.util.Objects;

/** Timers of a page that do not run out by themselves: the test says when their time is over. */
record HeldTimers(Browser browser) {

    private static final String HOLD = """
            const held = new Map();
            const start = window.setTimeout;
            const stop = window.clearTimeout;
            let last = 1e9;
            window.setTimeout = (action, time, ...rest) => {
              if (!(time >= least && time <= most)) return start(action, time, ...rest);
              held.set(++last, action);
              return last;
            };
            window.clearTimeout = (timer) => held.delete(timer) || stop(timer);
            window.letHeldTimersRunOut = () => {
              const due = [...held.values()];
              held.clear();
              due.forEach((action) => action());
              return due.length;
            };
            """;

    /** Of all pages that are opened from now on, holds the timers of at least and at most that many milliseconds. */
    static HeldTimers hold(Browser browser, int least, int most) {
        browser.devTools().runInEveryPage("const least = %d, most = %d;%n".formatted(least, most) + HOLD);
        return new HeldTimers(browser);
    }

    /** Lets the time of those be over that were started and not stopped, and answers how many there were. */
    long letRunOut() {
        return ((Number) Objects.requireNonNull(browser.run("return window.letHeldTimersRunOut()"))).longValue();
    }
}
