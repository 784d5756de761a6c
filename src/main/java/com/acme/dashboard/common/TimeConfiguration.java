package com.acme.dashboard.common;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one clock that "today" and the borders of months follow. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /** Ticks in {@code ACME_TIME_ZONE}, or in the server's zone where that is not set. */
    @Bean
    Clock clock(@Value("${ACME_TIME_ZONE:}") String zone) {
        return clockOf(zone);
    }

    /** Reads the zone before anything is started or migrated: one that is none ends the start without a trace. */
    @Bean
    static BeanFactoryPostProcessor zoneIsReadFirst(Environment environment) {
        return factory -> clockOf(environment.getProperty("ACME_TIME_ZONE", ""));
    }

    static Clock clockOf(String zone) {
        if (zone.isBlank()) {
            return Clock.system(ZoneId.systemDefault());
        }
        try {
            return Clock.system(ZoneId.of(zone.strip()));
        } catch (DateTimeException e) {
            throw new InvalidTimeZone(zone, e);
        }
    }
}
