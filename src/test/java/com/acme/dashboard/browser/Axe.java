package com.acme.dashboard.browser;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.naming.OperationNotSupportedException;

/** What axe-core says of a page. */
final class Axe {

    private static final String SCRIPT = script();

    private static final String IS_THERE = "return typeof axe === 'object'";

    /**
     * Left out is what components set of themselves: the role of a confirm dialog's footer, that a menu's item is not
     * selected, and where a menu's overlay hangs.
     */
    private static final String RUN = """
            const theirs = [
              ['aria-allowed-role', '<footer part="footer"'],
              ['aria-allowed-attr', '<vaadin-menu-bar-item '],
              ['aria-required-children', '<vaadin-menu-bar '],
            ];
            const rules = arguments[0] ? {runOnly: ['color-contrast', 'link-in-text-block']} : {};
            return axe.run({resultTypes: ['violations'], ...rules}).then(({violations}) => violations.flatMap((rule) => rule.nodes
              .filter((node) => !theirs.some(([id, start]) => rule.id === id && node.html.startsWith(start)))
              .map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`)));
            """;

    private Axe() {}

    /**
     * Each rule with the element that breaks it. The script is brought into a page once, and run in the window that shows it:
     * the library's own builder does either anew for every look.
     */
    static List<?> faults(Browser browser) {
        return faults(browser, false);
    }

    /** The same of colours alone: all that another colour mode changes. */
    static List<?> faultsOfColors(Browser browser) {
        return faults(browser, true);
    }

    private static List<?> faults(Browser browser, boolean ofColorsAlone) {
        if (!Boolean.TRUE.equals(browser.run(IS_THERE))) {
            browser.run(SCRIPT);
        }
        return (List<?>) Objects.requireNonNull(browser.run(RUN, ofColorsAlone));
    }

    private static String script() {
        try {
            return new EmbeddedResourceAxeProvider().getScript();
        } catch (IOException | OperationNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
