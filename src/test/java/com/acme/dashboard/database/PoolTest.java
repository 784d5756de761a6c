package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.support.TestPropertySourceUtils;

class PoolTest {

    /** The shortest time after which a load balancer of a well-known cloud forgets a silent connection (Azure's). */
    private static final Duration CLOUD_IDLE_LIMIT = Duration.ofMinutes(4);

    @ParameterizedTest
    @EnumSource
    void nobody_waits_for_a_connection_for_long(Environment environment) {
        HikariConfig pool = pool(environment);

        assertThat(Duration.ofMillis(pool.getConnectionTimeout()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(pool.getMaximumPoolSize()).isBetween(5, 20);
    }

    @Test
    void a_connection_of_production_is_never_old_enough_to_be_forgotten_by_a_cloud() {
        HikariConfig pool = pool(Environment.PROD);

        assertThat(Duration.ofMillis(pool.getMaxLifetime())).isLessThan(CLOUD_IDLE_LIMIT);
        assertThat(pool.getKeepaliveTime()).isPositive().isLessThan(pool.getMaxLifetime());
        assertThat(pool.getIdleTimeout()).isLessThan(pool.getMaxLifetime());
    }

    @Test
    void a_connection_that_is_not_given_back_shows_in_development() {
        assertThat(Duration.ofMillis(pool(Environment.DEV).getLeakDetectionThreshold()))
                .as("longer than an export may take, which keeps its connection all the time")
                .isGreaterThan(Duration.ofMinutes(10));
        assertThat(pool(Environment.PROD).getLeakDetectionThreshold()).isZero();
    }

    /** Its environment and its transport security would be those of another one. */
    @Test
    void no_setting_of_the_pool_leads_to_another_database() {
        var own = new OwnDatabase();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
                .withUserConfiguration(DatabaseConfiguration.class)
                .withBean("migrations", Object.class, Object::new)
                .withPropertyValues(
                        "spring.profiles.active=test",
                        "DATABASE_URL_TEST=" + own.url(),
                        "spring.datasource.hikari.jdbc-url=jdbc:postgresql://elsewhere.acme.test/shop",
                        "spring.datasource.hikari.username=somebody",
                        "spring.datasource.hikari.password=guessed",
                        "spring.datasource.hikari.driver-class-name=org.postgresql.Driver",
                        "spring.datasource.hikari.maximum-pool-size=7")
                .run(context -> {
                    var pool = context.getBean(HikariDataSource.class);
                    assertThat(JdbcClient.create(pool)
                                    .sql("select current_database()")
                                    .query(String.class)
                                    .single())
                            .isEqualTo(own.name());
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(7);
                });
    }

    @Test
    void a_server_that_says_nothing_any_more_is_not_waited_for_without_end() {
        assertThat(Connections.withPatience(DatabaseUrl.parse("It", "postgres://db.acme.test/shop"))
                        .parameters())
                .containsEntry("socketTimeout", "60");
        assertThat(Connections.withPatience(DatabaseUrl.parse("It", "postgres://db.acme.test/shop?socketTimeout=5"))
                        .parameters())
                .containsEntry("socketTimeout", "5");
    }

    private static HikariConfig pool(Environment environment) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context, "spring.profiles.active=" + environment.id());
            new ConfigDataApplicationContextInitializer().initialize(context);
            return Binder.get(context.getEnvironment())
                    .bind("spring.datasource.hikari", Bindable.ofInstance(new HikariConfig()))
                    .get();
        }
    }
}
