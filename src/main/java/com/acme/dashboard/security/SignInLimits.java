package com.acme.dashboard.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many failures at sign-in there may be within a window.
 *
 * @param perAccountAndAddress for one account from one address
 * @param perAddress from one address, whatever the account
 * @param perAccount for one account from anywhere
 * @param window how long failures count, from the first one
 * @param maximumKeys how many accounts and addresses are counted at a time, which bounds the memory
 * @param patience how long a try waits where others that are under way may be failures or not
 * @param maximumWaiting how many tries may wait at a time, each in a thread of the server's, so that this has to
 *     be well below {@code server.tomcat.threads.max}, 200; of them from one address, or at one account from browsers that
 *     are known, as many as there may be failures of one address
 */
@ConfigurationProperties("acme.sign-in")
record SignInLimits(
        @DefaultValue("5") int perAccountAndAddress,
        @DefaultValue("20") int perAddress,
        @DefaultValue("100") int perAccount,
        @DefaultValue("15m") Duration window,
        @DefaultValue("50000") int maximumKeys,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("50") int maximumWaiting) {}
