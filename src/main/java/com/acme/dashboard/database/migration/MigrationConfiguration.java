package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the schema up to date before anything uses it, but in production, where it only looks. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationConfiguration.class);

    /** The pool depends on this bean, so that no query runs before the schema is there. */
    @Bean
    Migrations migrations(DatabaseServer server) {
        var migrations = new Migrations(server);
        if (server.environment() == Environment.PROD) {
            new EnvironmentGuard(server).requireNoOther();
        } else {
            var listener = new StartListener();
            migrations.apply(listener);
            listener.summarize();
        }
        return migrations;
    }

    @Bean
    MigrationsHealthIndicator migrationsHealthIndicator(Migrations migrations) {
        var indicator = new MigrationsHealthIndicator(migrations);
        indicator.refresh();
        return indicator;
    }

    /** One line for all change sets: the commands are for those who want to see each. */
    private static final class StartListener implements MigrationListener {

        private int changeSets;
        private Duration duration = Duration.ZERO;

        @Override
        public void waiting() {
            LOG.info("Another process migrates this database; waiting for it");
        }

        @Override
        public void adopted(ChangeSetName changeSet) {
            LOG.info("Adopted {}", changeSet);
        }

        @Override
        public void applied(ChangeSetName changeSet, Duration took) {
            LOG.debug("Applied {} in {} ms", changeSet, took.toMillis());
            changeSets++;
            duration = duration.plus(took);
        }

        void summarize() {
            if (changeSets > 0) {
                LOG.info(
                        "Applied {} in {} ms",
                        changeSets == 1 ? "one change set" : changeSets + " change sets",
                        duration.toMillis());
            }
        }
    }
}
