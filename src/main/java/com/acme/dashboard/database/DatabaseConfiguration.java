package com.acme.dashboard.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The environment's database and the application's pool of connections to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Environment databaseEnvironment(org.springframework.core.env.Environment spring) {
        return Environment.of(spring.getActiveProfiles()[0]);
    }

    @Bean
    Settings settings(org.springframework.core.env.Environment spring) {
        return Settings.of(spring::getProperty);
    }

    @Bean
    DatabaseServer databaseServer(Environment environment, Settings settings) {
        return DatabaseServer.open(environment, settings, Path.of("").toAbsolutePath());
    }

    /** Sizes and times are in the environment's {@code application-….yaml}. The schema comes first. */
    @Bean
    @DependsOn("migrations")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DatabaseServer server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.url().jdbcUrl());
        pool.setUsername(server.url().user());
        pool.setPassword(server.url().password());
        return pool;
    }
}
