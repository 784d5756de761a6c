package com.acme.dashboard.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** For the tests it is always the 9th of December 2024, three days after the newest invoice of their data; time goes on. */
@TestConfiguration(proxyBeanMethods = false)
class Today {

    private static final Instant START = Instant.parse("2024-12-09T09:00:00Z");

    @Bean
    @Primary
    Clock clockOfTheTests() {
        return Clock.offset(Clock.system(ZoneOffset.UTC), Duration.between(Instant.now(), START));
    }
}
