package com.acme.dashboard.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.ConfigurableEnvironment;

/** The environment's database and the application's pool of connections to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    Environment databaseEnvironment(org.springframework.core.env.Environment spring) {
        return Environment.of(spring.getActiveProfiles()[0]);
    }

    /**
     * Values as they were given, which is what the commands read: in Spring's own reading a <code>${</code> in a password would
     * be a placeholder, and the complaint about it would tell the whole URL.
     */
    @Bean
    Settings settings(ConfigurableEnvironment spring) {
        return Settings.of(name -> spring.getPropertySources().stream()
                .map(source -> source.getProperty(name))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null));
    }

    @Bean
    DatabaseServer databaseServer(Environment environment, Settings settings) {
        return DatabaseServer.open(environment, settings, Path.of("").toAbsolutePath());
    }

    /** Sizes and times are in the environment's {@code application-….yaml}. */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariConfig poolSettings() {
        return new HikariConfig();
    }

    /**
     * The schema comes first. No setting leads to another database than the one whose environment and transport security were
     * looked at.
     */
    @Bean
    @DependsOn("migrations")
    HikariDataSource dataSource(@Qualifier("poolSettings") HikariConfig settings, DatabaseServer server) {
        DatabaseUrl url = Connections.withPatience(server.url());
        HikariDataSource pool = new HikariDataSource();
        settings.copyStateTo(pool);
        pool.setDataSource(null);
        pool.setDataSourceClassName(null);
        pool.setJdbcUrl(url.jdbcUrl());
        pool.setUsername(url.user());
        pool.setPassword(url.password());
        return pool;
    }

    /**
     * The web server waits for the database and its schema. Without them nothing else is started, whose own complaints would
     * bury the one line that says why.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> databaseFirst(DataSource dataSource) {
        return webServer -> LOG.debug("The web server comes after {}", dataSource);
    }
}
