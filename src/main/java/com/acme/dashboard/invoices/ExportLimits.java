package com.acme.dashboard.invoices;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the server exports may take.
 *
 * @param atOnce how many may run: each has a connection to the database for as long as it takes
 * @param longest how long one may take, however slowly its file is fetched
 */
@ConfigurationProperties("acme.export")
record ExportLimits(
        @DefaultValue("2") int atOnce, @DefaultValue("10m") Duration longest) {}
