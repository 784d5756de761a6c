package com.acme.dashboard.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Before Spring reads its configuration: exactly one environment becomes the active profile, and the variables of its file
 * join the real ones, one step below them.
 */
class EnvironmentPreparation implements EnvironmentPostProcessor, Ordered {

    /** Spring Boot maps {@code SERVER_PORT} to {@code server.port} only in sources with this ending. */
    private static final String SOURCE = "dotenv-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    private final Path workingDirectory;

    EnvironmentPreparation() {
        this(Path.of(""));
    }

    EnvironmentPreparation(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment spring, SpringApplication application) {
        List<String> profiles = Binder.get(spring)
                .bind(AbstractEnvironment.ACTIVE_PROFILES_PROPERTY_NAME, Bindable.listOf(String.class))
                .orElse(List.of());
        Environment environment = Environment.active(profiles, EnvironmentPreparation.class);
        spring.setActiveProfiles(environment.id());

        Map<String, Object> variables = Map.copyOf(Settings.fileVariables(environment, workingDirectory));
        if (!variables.isEmpty()) {
            spring.getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(SOURCE, variables));
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
