package com.acme.dashboard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The last words of a start: where to go and, where they exist, the accounts that everybody knows. */
@Component
class StartBanner {

    private static final Logger log = LoggerFactory.getLogger(StartBanner.class);

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void started(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        Environment environment = event.getApplicationContext().getEnvironment();
        log.info("Acme Dashboard is at http://localhost:{}", web.getWebServer().getPort());
        if (environment.acceptsProfiles(Profiles.of("dev", "test"))) {
            log.info("Sign in as user@acme.test / 123456 or admin@acme.test / admin123");
        }
    }
}
