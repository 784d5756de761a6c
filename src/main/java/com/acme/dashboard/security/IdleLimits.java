package com.acme.dashboard.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody who does nothing is signed out.
 *
 * @param timeout without a key, pointer or touch
 * @param warning how long before that they are asked
 * @param reportEvery how often at most a browser reports that something was done
 */
@ConfigurationProperties("acme.idle")
record IdleLimits(
        @DefaultValue("30m") Duration timeout,
        @DefaultValue("2m") Duration warning,
        @DefaultValue("1m") Duration reportEvery) {}
