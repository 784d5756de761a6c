package com.acme.dashboard.browser;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;

/** What axe-core says of a page. */
final class Axe {

    private Axe() {}

    /**
     * Each rule with the element that breaks it. Left out is the role of a confirm dialog's footer, which is the
     * component's own.
     */
    static List<String> faults(Browser browser) {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .filter(node -> !"aria-allowed-role".equals(rule.getId())
                                        || !node.getHtml().startsWith("<footer part=\"footer\""))
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
    }
}
