package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.migration.MigrationLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The option of commands that change the schema while others use it. */
final class LockTimeout {

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a statement waits for a lock, such as 500ms or 2min; 0 waits forever. Default: 5s.")
    private Duration value = MigrationLimits.DEFAULT.lock();

    Duration value() {
        return value;
    }
}
