package com.acme.dashboard;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.security.DevelopmentAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last words of a start: where to go and, where they exist, the accounts that everybody knows. */
@Component
class StartBanner {

    private static final Logger LOG = LoggerFactory.getLogger(StartBanner.class);

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void started(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        Environment environment = event.getApplicationContext().getEnvironment();
        LOG.info("Acme Dashboard is at http://localhost:{}", web.getWebServer().getPort());
        var accounts = DevelopmentAccount.of(environment);
        if (!accounts.isEmpty()) {
            LOG.info(
                    "Sign in as {}",
                    accounts.stream().map(DevelopmentAccount::inWords).collect(joining(" or ")));
        }
    }
}
